/**
 * Every answer of the dashboard's API, asked for in a world that is full of secrets, and then searched for each of them.
 * The two answers that show a secret this once are told apart by hand.
 */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { setUpOwner, SETUP_TOKEN } from '../../../test/dashboard.ts'
import { DASHBOARD_ROUTES } from '../../../test/operator-routes.ts'
import { fillIn, seedRouteWorld } from '../../../test/route-world.ts'
import { formsOf } from '../../../test/secret-forms.ts'

test('no answer holds a token, a client’s secret, a key or a cookie', async () => {
  const world = await seedRouteWorld({ kind: 'sandbox' })
  const { h, own, atWork } = world
  await h.api('PUT', `/data-integrations/${world.provider.slug}/api-key`, {
    user_id: 'user_3',
    secret: 'canary-api-key-of-user-3',
  })
  const owner = await setUpOwner()
  const ids = {
    ...world.ids,
    environment_1: h.environment.id,
    operator_1: 'operator_1',
    passkey_1: 'passkey_1',
    operator_session_1: 'operator_session_1',
    operator_invitation_1: 'operator_invitation_1',
  }
  const secrets = [
    own.accessToken,
    own.refreshToken,
    atWork.accessToken,
    atWork.refreshToken,
    world.provider.clientSecret,
    'canary-secret',
    'canary-new-secret',
    'canary-shared-access',
    'canary-api-key-of-user-3',
    'canary-shared-secret-github',
    h.environment.apiKey,
    SETUP_TOKEN,
    env.API_KEY_PEPPER,
  ]
  // Last come those after which there is nothing more to look at.
  const ends = /sign-out|end-all|DELETE/
  const routes = DASHBOARD_ROUTES.toSorted(
    (one, other) =>
      Number(ends.test(`${one.method} ${one.path}`)) -
      Number(ends.test(`${other.method} ${other.path}`)),
  )
  const good: string[] = []
  for (const route of routes) {
    const { method, path, body } = fillIn(route, { ids })
    const answer = await owner.call(method, path.replace(/^\/operator/, ''), body)
    const text = `${await answer.text()} ${JSON.stringify([...answer.headers])}`
    if (answer.ok) good.push(`${method} ${route.path}`)
    for (const secret of [...secrets, owner.cookie()]) {
      const found = formsOf(secret).some((form) => text.includes(form))
      expect([method, route.path, found]).toEqual([method, route.path, false])
    }
  }
  // A search of refusals would find nothing, too.
  expect(good.length).toBeGreaterThan(25)
})
