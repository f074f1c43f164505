/** Where the token stands that is given back: in the header, in the body, in both, in the address. */
import { expect, test } from 'vitest'
import { secret } from '../kit/secret.ts'
import { readyProvider } from '../test/providers.ts'
import { revokeToken } from './revocation.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'

const CLIENT = { clientId: 'c/1', clientSecret: secret('s:1') }

async function sentBy(slug: string, accessToken = 'at-1') {
  const definition = readyProvider(slug)
  if (definition === undefined) throw new Error(`no ${slug}`)
  const { egress, requests } = scriptedEgress(answer(200, {}))
  const tokens = { accessToken: secret(accessToken), refreshToken: secret('rt-1'), now: 0 }
  expect(await revokeToken(egress, definition, CLIENT, tokens)).toEqual({ outcome: 'revoked' })
  return requests.map(({ method, url, headers, body }) => ({
    request: `${method} ${url}`,
    authorization: headers.get('authorization'),
    type: headers.get('content-type'),
    body,
  }))
}

const FORM = 'application/x-www-form-urlencoded'

test.each([
  ['clio', 'https://app.clio.com/oauth/deauthorize'],
  ['digitalocean', 'https://cloud.digitalocean.com/v1/oauth/revoke'],
])('%s: as its own proof and in the body', async (slug, url) => {
  expect(await sentBy(slug)).toEqual([
    { request: `POST ${url}`, authorization: 'Bearer at-1', type: FORM, body: 'token=at-1' },
  ])
})

test('Coinbase: as a proof beside the client’s', async () => {
  expect(await sentBy('coinbase')).toEqual([
    {
      request: 'POST https://login.coinbase.com/oauth2/revoke',
      authorization: 'Bearer at-1',
      type: FORM,
      body: 'token=at-1&client_id=c%2F1&client_secret=s%3A1',
    },
  ])
})

test('Oura: in the address of a GET, encoded', async () => {
  expect(await sentBy('oura', 'a&t/1')).toEqual([
    {
      request: 'GET https://api.ouraring.com/oauth/revoke?access_token=a%26t%2F1',
      authorization: null,
      type: null,
      body: undefined,
    },
  ])
})

test.each([
  ['square', 's\n1'],
  ['withings', ''],
])(
  '%s: a client secret that nothing can be proven with fails, and throws nothing',
  async (slug, clientSecret) => {
    const definition = readyProvider(slug)
    if (definition === undefined) throw new Error(`no ${slug}`)
    const { egress } = scriptedEgress(answer(200, {}))
    const client = { clientId: 'c/1', clientSecret: secret(clientSecret) }
    const tokens = { accessToken: secret('at-1'), account: 'merchant_1', now: 0 }
    expect(await revokeToken(egress, definition, client, tokens)).toEqual({
      outcome: 'failed',
      reason: 'unusable_client_secret',
    })
  },
)
