import { expect, test } from 'vitest'
import { secret } from '../kit/secret.ts'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import type { TokenEndpoint } from '../providers/definition.ts'
import type { OAuthClient } from './client-authentication.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'
import { refreshTokens } from './token-client.ts'

const CLIENT = { clientId: 'c-1_2.3', clientSecret: secret('s3cret:+/%') }
const PUBLIC_CLIENT = { clientId: 'c-1_2.3' }

/** What a refresh shows of the client. */
async function shown(
  clientAuthentication: TokenEndpoint['clientAuthentication'],
  client: OAuthClient = CLIENT,
) {
  const { oauth, ...rest } = customProviderDefinition({
    slug: 'acme',
    name: 'Acme',
    authorizationUrl: 'https://acme.example/authorize',
    tokenUrl: 'https://acme.example/token',
  })
  const definition = {
    ...rest,
    oauth: { ...oauth, token: { ...oauth.token, clientAuthentication } },
  }
  const { egress, requests } = scriptedEgress(answer(200, { access_token: 'at' }))
  await refreshTokens(egress, definition, client, secret('rt'), 0)

  const body = new URLSearchParams(requests[0]?.body)
  const header = requests[0]?.headers.get('authorization') ?? undefined
  return {
    basic: header === undefined ? undefined : atob(header.replace('Basic ', '')),
    id: body.get('client_id'),
    secret: body.get('client_secret'),
  }
}

test('in the body', async () => {
  expect(await shown('post')).toEqual({ basic: undefined, id: 'c-1_2.3', secret: 's3cret:+/%' })
})

test('as Basic, raw', async () => {
  expect(await shown('basic_raw')).toEqual({ basic: 'c-1_2.3:s3cret:+/%', id: null, secret: null })
})

test('as Basic, raw, beyond Latin letters: in UTF-8 (RFC 7617)', async () => {
  const { basic } = await shown('basic_raw', { clientId: 'c', clientSecret: secret('ключ') })
  expect(basic).toBe(String.fromCharCode(...new TextEncoder().encode('c:ключ')))
})

test('as Basic, form-encoded first', async () => {
  expect(await shown('basic_rfc6749')).toEqual({
    basic: 'c%2D1%5F2%2E3:s3cret%3A%2B%2F%25',
    id: null,
    secret: null,
  })
})

test('not at all, and so whenever there is no secret', async () => {
  const none = { basic: undefined, id: 'c-1_2.3', secret: null }
  expect(await shown('none')).toEqual(none)
  expect(await shown('post', PUBLIC_CLIENT)).toEqual(none)
  expect(await shown('basic_raw', PUBLIC_CLIENT)).toEqual(none)
  expect(await shown('basic_rfc6749', PUBLIC_CLIENT)).toEqual(none)
})
