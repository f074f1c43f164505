/** A person who connects with a secret of their own, in the widget: contract/widget.md 3, 8. */
import { expect, test } from 'vitest'
import { outsideOrigin } from '../../../test/outside.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { createSecretProvider, ownClient } from '../../../test/secret-providers.ts'
import { credentialsOf, expectJson } from '../../../test/wire.ts'

const KEY = 'canary-key-of-a-person-0001'
const PATH = '/DataIntegrations/secretive'

type Installation = { readonly id: string; readonly api_key_last_4: string | null }

const setUp = async (more?: Parameters<typeof createSecretProvider>[1]) => {
  const h = await seedEnvironment()
  await createSecretProvider(h, more)
  const byKey = (secret: string, as?: Parameters<typeof h.widget>[3]) =>
    h.widget('PUT', `${PATH}/api-key`, { secret }, as)
  const byClient = (body: object, as?: Parameters<typeof h.widget>[3]) =>
    h.widget('PUT', `${PATH}/client-credentials`, body, as)
  const mine = async () => {
    const answer = await h.widget('GET', '/DataIntegrations/mine', undefined)
    return (await expectJson<{ data: { installation: Installation | null }[] }>(answer, 200)).data
  }
  return { h, byKey, byClient, mine }
}

test('a key becomes the connection of the session’s user, is rotated in its place, and never comes back', async () => {
  const { h, byKey, mine } = await setUp()
  const answer = await byKey(` ${KEY} `)
  const text = await answer.clone().text()
  expect(text).not.toContain('canary')
  const made = await expectJson<Installation>(answer, 200)
  expect(made).toMatchObject({
    object: 'connected_account',
    user_id: 'user_1',
    organization_id: null,
    userlandUserId: 'user_1',
    auth_method: 'api_key',
    api_key_last_4: '0001',
    state: 'connected',
  })
  const rotated = await expectJson<Installation>(await byKey(KEY.replace('0001', '0002')), 200)
  expect(rotated).toMatchObject({ id: made.id, api_key_last_4: '0002' })
  expect((await mine()).map(({ installation }) => installation?.id)).toEqual([made.id])
  const vended = JSON.stringify(await credentialsOf(h, 'secretive'))
  expect(vended).toContain('canary-key-of-a-person-0002')
})

test('the owner is the session’s: its organization makes another owner, and no body names one', async () => {
  const { h, byKey, byClient } = await setUp()
  const token = await h.widgetToken('user_1', 'org_1')
  const atWork = await expectJson<Installation>(await byKey(KEY, { token }), 200)
  expect(atWork).toMatchObject({ user_id: 'user_1', organization_id: 'org_1' })
  expect(await credentialsOf(h, 'secretive')).toMatchObject({ error: 'not_installed' })
  const other = await expectJson<Installation>(await byKey(KEY, { user: 'user_2' }), 200)
  expect(other.id).not.toBe(atWork.id)
  await expectNoTrace(async () => {
    for (const owner of [
      { user_id: 'user_2' },
      { organization_id: 'org_1' },
      { connection_owner: 'organization' },
    ]) {
      for (const answer of [
        await h.widget('PUT', `${PATH}/api-key`, { secret: KEY, ...owner }),
        await byClient({ client_id: 'a', client_secret: 'canary-b', ...owner }),
      ]) {
        const { code, errors } = await expectError(answer, 422)
        expect([code, errors?.[0]?.code]).toEqual(['invalid_request', 'unknown_field'])
      }
    }
  })
})

test('a client of one’s own is tried, kept and replaced; its secret has to be typed again', async () => {
  const { byClient, mine } = await setUp()
  const [client, next] = [await ownClient(), await ownClient()]
  const answer = await byClient(client.body)
  expect(await answer.clone().text()).not.toContain('canary')
  const made = await expectJson<Installation>(answer, 200)
  expect(made).toMatchObject({
    auth_method: 'client_credentials',
    client_id: client.clientId,
    client_secret_last_4: client.body.client_secret.slice(-4),
  })
  await expectNoTrace(async () => {
    await expectError(await byClient({ client_id: client.clientId }), 422)
  })
  expect(await expectJson(await byClient(next.body), 200)).toMatchObject({
    id: made.id,
    client_id: next.clientId,
  })
  expect((await mine())[0]?.installation).toMatchObject({ id: made.id, client_id: next.clientId })

  const refused = await byClient({ ...client.body, client_secret: 'canary-wrong-secret' })
  const { code, message } = await expectError(refused, 422)
  expect(code).toBe('client_credentials_refused')
  expect(message).toMatch(/did not accept this client.*nothing was saved/)
})

test('a connection of another kind is disconnected first: 409, in words that a person can act on', async () => {
  const { h, byKey, byClient } = await setUp()
  const client = await ownClient()
  const { id } = await expectJson<Installation>(await byKey(KEY), 200)
  await expectNoTrace(async () => {
    const { code, message } = await expectError(await byClient(client.body), 409)
    expect(code).toBe('auth_method_mismatch')
    expect(message).toBe(
      '"secretive" is connected with an API key already. Disconnect it first to connect it with client credentials.',
    )
  })
  await expectJson(
    await h.widget('DELETE', `/DataIntegrations/installations/${id}`, undefined),
    200,
  )
  await expectJson(await byClient(client.body), 200)
  expect((await expectError(await byKey(KEY), 409)).code).toBe('auth_method_mismatch')
})

test('config of a connection: asked for by name, kept when only the client changes', async () => {
  const { byClient } = await setUp({
    custom: {
      token_url: `${outsideOrigin()}/{tenant}`,
      config_fields: [
        { key: 'tenant', label: 'Your tenant', scope: 'installation', pattern: '[a-z]+' },
      ],
    },
  })
  const client = await ownClient()
  const missing = await expectError(await byClient(client.body), 422)
  expect(missing).toMatchObject({
    code: 'config_invalid',
    message: '"Your tenant" is needed to connect.',
  })
  const config = { tenant: 'token' }
  expect(await expectJson(await byClient({ ...client.body, config }), 200)).toMatchObject({
    config,
  })
  const next = await ownClient()
  expect(await expectJson(await byClient(next.body), 200)).toMatchObject({ config })
})

test('config goes with a key as well: asked for by name, and kept when only the key changes', async () => {
  const field = { key: 'tenant', label: 'Your tenant', scope: 'installation', pattern: '[a-z]+' }
  const { h, byKey } = await setUp({ custom: { config_fields: [field] } })
  const put = (config: object) => h.widget('PUT', `${PATH}/api-key`, { secret: KEY, config })
  const wrong = await expectError(await put({ tenant: 'A1' }), 422)
  expect([wrong.code, wrong.errors?.[0]?.field]).toEqual(['config_invalid', 'config.tenant'])
  const config = { tenant: 'acme' }
  expect(await expectJson(await put(config), 200)).toMatchObject({ config })
  expect(await expectJson(await byKey(KEY), 200)).toMatchObject({ config })
})

test('what is switched off, unknown or connected in another way is refused, and says so', async () => {
  const { h, byKey } = await setUp({ enabled: false })
  await h.createProvider()
  await expectNoTrace(async () => {
    const off = await expectError(await byKey(KEY), 404)
    expect(off.code).toBe('integration_disabled')
    expect(off.message).toContain('switched off by the app’s team')
    const unknown = await h.widget('PUT', '/DataIntegrations/nobody/api-key', { secret: KEY })
    expect((await expectError(unknown, 404)).code).toBe('integration_not_found')
    const oauth = await h.widget('PUT', '/DataIntegrations/strict/api-key', { secret: KEY })
    expect((await expectError(oauth, 422)).code).toBe('auth_method_mismatch')
    const { errors } = await expectError(await byKey('sk'), 422)
    expect(errors?.[0]?.message).toBe('must have at least 5 characters')
  })
})
