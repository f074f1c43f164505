/** A connection that an administrator makes for the organization: contract/widget.md 4, 5; security.md 4.4. */
import { expect, test } from 'vitest'
import { createBrowser } from '../../../test/browser.ts'
import { complete, open, toCallback, type Begun } from '../../../test/connect-steps.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { randomToken, sha256Base64Url } from '../../../kit/digest.ts'
import { systemRandom } from '../../../kit/ids.ts'
import { manager } from '../../../test/widget-sessions.ts'
import { expectJson } from '../../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ ownership: 'organization' })
  /** The published widget sends nothing but `config`; ours has a verifier and a handoff. */
  const begin = async (token: string, mode: 'react' | 'popup' = 'react'): Promise<Begun> => {
    const verifier = randomToken(systemRandom)
    const challenge =
      mode === 'react'
        ? {}
        : { requireHandoff: true, code_challenge: await sha256Base64Url(verifier) }
    const path = `/DataIntegrations/${provider.slug}/organization/authorize`
    const answer = await h.widget('POST', path, { config: {}, ...challenge }, { token })
    const began = await expectJson<{
      url: string
      redirectToken: string
      handoffToken: string
      attempt: { id: string }
    }>(answer, 200)
    return {
      mode,
      user: 'user_1',
      sharedIn: 'org_1',
      memberOf: 'org_1',
      url: began.url,
      attemptId: began.attempt.id,
      verifier,
      handoffToken: began.handoffToken,
      redirectToken: began.redirectToken,
      browser: createBrowser(),
    }
  }
  const vend = async () =>
    (
      await h.vend(
        { slug: provider.slug, userId: 'user_2' },
        {},
        {
          organization_id: 'org_1',
          connection_owner: 'organization',
        },
      )
    ).body
  return { h, provider, begin, vend }
}

test('the published widget: bound by its handoff though it asks for none, shared with all members', async () => {
  const { h, provider, begin, vend } = await setUp()
  const token = await manager(h)
  const begun = await begin(token)
  expect(begun.handoffToken).toMatch(/./)
  // Whoever is sent the address alone gets nowhere.
  expect((await open(begun, {})).status).toBe(403)
  const page = await begun.browser.send(await toCallback(begun))
  expect(await page.text()).toContain('Connected')
  expect((await vend()).active).toBe(true)

  const row = async () => {
    const rows = await h.widget('GET', '/DataIntegrations/organization', undefined, { token })
    const { data } = await expectJson<{ data: { installation: { id: string } }[] }>(rows, 200)
    return data[0]
  }
  const made = await row()
  expect(made).toMatchObject({
    id: provider.integrationId,
    installation: { auth_method: 'oauth', user_id: null, organization_id: 'org_1' },
    capabilities: {
      canConfigure: true,
      canConnect: false,
      canUpdateCredentials: false,
      canReauthorize: true,
      canDisconnect: true,
    },
  })
  const again = await begin(token)
  await again.browser.send(await toCallback(again))
  expect((await row())?.installation.id).toBe(made?.installation.id)
})

test('whoever began it follows and completes it, and nobody else of the organization', async () => {
  const { h, begin, vend } = await setUp()
  const token = await manager(h)
  const begun = await begin(token, 'popup')
  await begun.browser.send(await toCallback(begun))
  const path = `/DataIntegrations/attempts/${begun.attemptId}`
  const watch = (as: string) => h.widget('GET', path, undefined, { token: as })
  expect(await expectJson(await watch(token), 200)).toMatchObject({ status: 'pending' })
  expect((await vend()).active).toBe(false)

  await expectNoTrace(async () => {
    for (const other of [
      await manager(h, 'org_1', 'user_2'),
      await manager(h, 'org_2'),
      // Who may not manage any more.
      await h.widgetToken('user_1', 'org_1'),
      await h.widgetToken('user_1'),
    ]) {
      await expectError(await watch(other), 404)
      await expectError(await complete(h, begun, { token: other }), 404)
    }
  })
  const connecting = `/DataIntegrations/x/authorization-status/${begun.redirectToken}`
  await expectError(await h.widget('GET', connecting, undefined, { token }), 404)
  const completed = await expectJson<{ status: string }>(await complete(h, begun, { token }), 200)
  expect(completed).toMatchObject({
    status: 'completed',
    connected_account: { user_id: null, organization_id: 'org_1' },
  })
  expect((await vend()).active).toBe(true)
})
