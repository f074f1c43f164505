/** From a sandbox to production without a secret, and a widget that is tried with a user who is made up. */
import { expect, test } from 'vitest'
import { setUpOwner } from '../../../test/dashboard.ts'
import { rowsOf } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { allRows, expectError, sendRaw } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

test('providers are copied without their secrets, and stay off until they have one', async () => {
  const from = await seedEnvironment({ kind: 'sandbox' })
  const to = await seedEnvironment({ kind: 'sandbox' })
  const production = await seedEnvironment({ kind: 'production' })
  const owner = await setUpOwner()
  const strict = await from.createProvider()
  const custom = { type: 'custom', client_id: 'of-organization', client_secret: 'canary-one' }
  for (const body of [
    { provider: 'strict', ownership: 'organization', credentials: custom },
    { provider: 'github', scopes: ['repo'], description: 'Code', credentials: { type: 'shared' } },
    { provider: 'openai', auth_methods: ['api_key'] },
    { provider: 'sandbox', credentials: { type: 'shared' } },
  ]) {
    await expectJson(await from.api('POST', '/data-integrations', body), 201)
  }
  const openai = { provider: 'openai', auth_methods: ['api_key'] }
  await expectJson(await to.api('POST', '/data-integrations', openai), 201)

  const copyTo = (id: string) =>
    owner.call('POST', `/environments/${id}/integrations/copy`, {
      from_environment_id: from.environment.id,
    })
  const at = `/environments/${to.environment.id}/integrations`
  expect(await (await copyTo(to.environment.id)).json()).toEqual({
    copied: ['strict', 'strict', 'github', 'sandbox'],
    skipped: [{ slug: 'openai', code: 'integration_exists' }],
  })
  expect(await (await copyTo(production.environment.id)).json()).toEqual({
    copied: ['openai'],
    skipped: [
      // A sandbox may name this machine.
      { slug: 'strict', code: 'url_not_allowed' },
      { slug: 'strict', code: 'url_not_allowed' },
      { slug: 'github', code: 'shared_credentials_not_allowed' },
      { slug: 'sandbox', code: 'provider_sandbox_only' },
    ],
  })
  const shown = await owner.call('GET', `${at}/strict`)
  expect(await shown.json()).toMatchObject({
    enabled: false,
    name: 'Strict',
    credentials: { client_id: expect.any(String), redacted_client_secret: null },
  })
  const early = await owner.call('PUT', `${at}/strict`, { enabled: true })
  expect((await expectError(early, 422)).code).toBe('client_secret_required')
  const credentials = { type: 'custom', client_id: 'own', client_secret: 'canary-two' }
  const done = await owner.call('PUT', `${at}/strict`, { enabled: true, credentials })
  expect(await done.json()).toMatchObject({ enabled: true })
  const sealed = await rowsOf<{ n: number }>(
    'SELECT count(*) n FROM client_versions WHERE environment_id = ? AND sealed_secret IS NOT NULL',
    to.environment.id,
  )
  expect(sealed).toEqual([{ n: 1 }])
  expect(await allRows()).not.toContain(strict.clientSecret)
  const unknown = await owner.call('POST', `${at}/copy`, { from_environment_id: 'environment_0' })
  await expectError(unknown, 404)
})

test('the playground is a user’s widget in a sandbox, and ends with its key', async () => {
  const h = await seedEnvironment({ kind: 'sandbox' })
  const owner = await setUpOwner()
  const at = `/environments/${h.environment.id}`
  const open = async () => {
    const opened = await owner.call('POST', `${at}/playground`, { user_id: 'user_play' })
    return (await expectJson<{ token: string }>(opened, 201)).token
  }
  const token = await open()
  const settings = async () => (await h.widget('GET', '/settings', undefined, { token })).status
  expect(await settings()).toBe(200)
  await open()
  const listed = await owner.call('GET', `${at}/api_keys`)
  const { data } = await listed.json<{ data: { id: string; name: string; scopes: string[] }[] }>()
  const keys = data.filter(({ name }) => name === 'Dashboard playground')
  expect(keys).toMatchObject([{ scopes: ['sessions:create'] }])
  await owner.call('DELETE', `${at}/api_keys/${keys[0]?.id}`)
  expect(await settings()).toBe(403)
  // A session of the widget is none of the dashboard's.
  const crossed = await sendRaw('/operator/account', {
    headers: { authorization: `Bearer ${token}` },
  })
  await expectError(crossed, 401)

  const production = await seedEnvironment({ kind: 'production' })
  const path = `/environments/${production.environment.id}/playground`
  const refused = await owner.call('POST', path, { user_id: 'user_play' })
  expect((await expectError(refused, 403)).code).toBe('sandbox_only')
})
