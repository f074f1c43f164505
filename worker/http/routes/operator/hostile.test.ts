/** What no page sends: fields, parameters and places in the addresses of the dashboard's API, filled with what breaks things. */
import { expect, test } from 'vitest'
import { OWN_PAGE, setUpOwner } from '../../../test/dashboard.ts'
import { sendRaw } from '../../../test/http-laws.ts'
import { DASHBOARD_ROUTES } from '../../../test/operator-routes.ts'
import { fillIn, seedRouteWorld } from '../../../test/route-world.ts'

/** NUL and half of a pair, which are no text everywhere; what is no text at all. */
const FIELDS: readonly unknown[] = ['\u0000\ud800', [{ constructor: null }]]
const PLACES = ['%00', '%ed%a0%80%25', 'x'.repeat(3000)]
const PARAMETERS = ['search', 'after', 'limit', 'provider', 'user_id', 'environment_id', 'custom']
/** It ends the session that the others are sent with. */
const ENDS = /\/(?:sign-out|sign-in|end-all)$/

const textOf = (body: unknown) => (body === undefined ? undefined : JSON.stringify(body))

type Sent = readonly [method: string, path: string, body?: string | undefined]

test('nothing hostile is a fault of ours', async () => {
  const world = await seedRouteWorld({ kind: 'sandbox' })
  const owner = await setUpOwner()
  const unknown = ['operator_1', 'passkey_1', 'operator_session_1', 'operator_invitation_1']
  const ids: Readonly<Record<string, string>> = {
    ...Object.fromEntries(unknown.map((id) => [id, id])),
    ...world.ids,
    environment_1: world.h.environment.id,
  }
  const sent = DASHBOARD_ROUTES.filter(({ path }) => !ENDS.test(path)).flatMap((route): Sent[] => {
    const { method, path, body } = fillIn(route, { ids })
    const fields = Object.keys(body ?? {}).flatMap((name): Sent[] =>
      FIELDS.map((value) => [method, path, JSON.stringify({ ...body, [name]: value })]),
    )
    const places = Object.values(ids)
      .filter((id) => path.includes(id))
      .flatMap((id): Sent[] =>
        PLACES.map((place) => [method, path.replace(id, place), textOf(body)]),
      )
    const query = PARAMETERS.map((name) => `${name}=%00%f0&${name}=x`).join('&')
    const alone = PARAMETERS.map((name) => `${name}=%00%f0`).join('&')
    const queries: Sent[] =
      method === 'GET' ? [query, alone].map((text) => [method, `${path}?${text}`]) : []
    return [...fields, ...places, ...queries]
  })
  const faults: unknown[] = []
  for (const [method, path, body] of sent) {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { ...OWN_PAGE, ...type, cookie: `pa=${owner.cookie()}` }
    const answer = await sendRaw(path, { method, headers, ...(body && { body }) })
    if (answer.status >= 500 || answer.status === 401)
      faults.push([method, path, body, answer.status])
  }
  expect(faults).toEqual([])
  expect(sent.length).toBeGreaterThan(150)
})
