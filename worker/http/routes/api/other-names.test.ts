/** Providers under other names that people and the hosted product have for them, and those that are gone. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const credentials = { type: 'custom', client_id: 'c', client_secret: 'canary-secret' }

test('an alias is the provider itself, in whatever call', async () => {
  const h = await seedEnvironment()
  const created = await h.api('POST', '/data-integrations', {
    provider: 'twitter',
    enabled: true,
    credentials,
  })
  expect(await expectJson(created, 201)).toMatchObject({ slug: 'x' })
  const again = await h.api('POST', '/data-integrations', { provider: 'x', credentials })
  expect((await expectError(again, 409)).code).toBe('integration_exists')
  const read = await h.api('GET', '/data-integrations/twitter-v2')
  expect(await expectJson(read, 200)).toMatchObject({ slug: 'x' })
  const vended = await h.api('POST', '/data-integrations/twitter/token', { user_id: 'user_1' })
  expect(await expectJson(vended, 200)).toEqual({ active: false, error: 'not_installed' })
  expect((await h.api('DELETE', '/data-integrations/twitter')).status).toBe(204)
})

test('a name that is a provider’s is nobody else’s to define', async () => {
  const h = await seedEnvironment()
  const custom_provider = {
    name: 'Mine',
    authorization_url: 'https://login.acme.example/authorize',
    token_url: 'https://login.acme.example/token',
  }
  const body = { provider: 'twitter', credentials, custom_provider }
  const error = await expectError(await h.api('POST', '/data-integrations', body), 422)
  expect(error.code).toBe('provider_reserved')
})

test.each([
  ['fitbit', 'google-health'],
  ['adp', 'client certificate'],
])('%s cannot be set up, and the answer says why', async (provider, says) => {
  const h = await seedEnvironment()
  const body = { provider, credentials, auth_methods: ['client_credentials'] }
  const response = await h.api('POST', '/data-integrations', body)
  const error = await expectError(response, 422)
  expect(error.code).toBe('provider_not_offered')
  expect(error.message).toContain(says)
})
