/** What providers want to be asked in ways of their own: the fields of a definition that say so. */
import { describe, expect, test } from 'vitest'
import { secret } from '../kit/secret.ts'
import type { EgressAnswer } from '../kit/safe-fetch.ts'
import { connect, NOW, ready, refresh } from '../test/one-exchange.ts'
import { buildAuthorizationUrl } from './authorization-url.ts'
import { fetchIdentity } from './identity.ts'
import { providerFetch } from './normalise.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'

const addressOf = (slug: string): URL =>
  buildAuthorizationUrl(ready(slug), {
    clientId: 'c',
    redirectUri: 'https://pipes.example/callback',
    state: 'st',
    scopes: [],
    codeChallenge: 'challenge',
  })

describe('the address', () => {
  test('Apollo’s page reads its parameters behind a fragment', () => {
    const { origin, search, hash } = addressOf('apollo-oauth')
    expect([origin, search]).toEqual(['https://app.apollo.io', ''])
    expect(hash).toMatch(/^#\/oauth\/authorize\?response_type=code&client_id=c&.*state=st/)
  })

  test('Amazon is told of an application, of no client, no scope and no kind of answer', () => {
    expect([...addressOf('amazon-selling-partner').searchParams.keys()]).toEqual([
      'application_id',
      'redirect_uri',
      'state',
    ])
  })

  test('Wix has names of its own there, and none at its token endpoint', async () => {
    const { searchParams } = addressOf('wix')
    expect([...searchParams.keys()]).toEqual(['appId', 'redirectUrl', 'state'])
    const { requests } = await connect('wix', 'code=x', answer(200, { access_token: 'at' }))
    expect(requests[0]?.body).toContain('"client_id":"c"')
  })

  test.each(['hubstaff', 'gorgias'])('%s gets something new as nonce', (slug) => {
    expect(addressOf(slug).searchParams.get('nonce')).toBe('challenge')
  })

  test('Dynamics’ scope names the connection’s own environment', () => {
    expect(addressOf('microsoft-dynamics-365').searchParams.get('scope')).toBe(
      'offline_access https://acme.crm4.dynamics.com/user_impersonation',
    )
  })
})

describe('Instagram', () => {
  const SHORT = { access_token: 'short', user_id: 17, permissions: ['instagram_business_basic'] }
  const LONG = answer(200, { access_token: 'long', token_type: 'bearer', expires_in: 5_183_000 })

  test.each([
    ['as it is', SHORT],
    ['in a list', { data: [SHORT] }],
  ])('the first token, %s, is traded for one that lasts', async (_, body) => {
    const { requests, tokens } = await connect('instagram', 'code=x', answer(200, body), LONG)
    const { origin, pathname, searchParams } = new URL(requests[1]?.url ?? '')
    expect(requests[1]?.method).toBe('GET')
    expect(origin + pathname).toBe('https://graph.instagram.com/access_token')
    expect(Object.fromEntries(searchParams)).toEqual({
      grant_type: 'ig_exchange_token',
      client_id: 'c',
      client_secret: 's',
      access_token: 'short',
    })
    expect(tokens?.accessToken.reveal()).toBe('long')
    expect(tokens?.refreshToken?.reveal()).toBe('long')
    expect(tokens?.expiresAt).toBe(NOW + 5_183_000_000)
    expect(tokens?.scopes).toEqual(['instagram_business_basic'])
  })

  test('without the second there is no connection: the first one ends within the hour', async () => {
    const no = answer(400, { error: { message: 'no', type: 'OAuthException', code: 190 } })
    const { outcome } = await connect('instagram', 'code=x', answer(200, SHORT), no)
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'OAuthException' } })
  })

  test('it renews itself by GET, and the client is not sent along', async () => {
    const { requests, outcome } = await refresh('instagram', LONG)
    expect(requests[0]).toMatchObject({ method: 'GET' })
    expect(requests[0]?.body).toBeUndefined()
    expect(requests[0]?.url).toBe(
      'https://graph.instagram.com/refresh_access_token?access_token=r&grant_type=ig_refresh_token',
    )
    expect(outcome.ok && outcome.value.refreshToken?.reveal()).toBe('long')
  })
})

test('a query that an address has already stays with it in a GET (RFC 6749 §3.2)', async () => {
  const { egress, requests } = scriptedEgress(answer(200, { access_token: 'at' }))
  await providerFetch(egress, ready('instagram'), 'refresh').fetch(
    'https://acme.example/token?v=1',
    {
      method: 'POST',
      redirect: 'manual',
      headers: {},
      body: new URLSearchParams({ access_token: 'r' }),
    },
  )
  expect(requests[0]?.url).toBe('https://acme.example/token?v=1&access_token=r')
})

describe('whose account it is', () => {
  const ask = async (slug: string, metadata: Record<string, string>, ...told: EgressAnswer[]) => {
    const { egress, requests } = scriptedEgress(...told)
    const identity = await fetchIdentity(egress, ready(slug), secret('at'), metadata)
    return { identity, requests }
  }

  test('Shopify takes the token in a header of its own, bare', async () => {
    const told = answer(200, { shop: { id: 5, name: 'Acme' } })
    const { identity, requests } = await ask('shopify', {}, told)
    expect(requests[0]?.headers.get('x-shopify-access-token')).toBe('at')
    expect(requests[0]?.headers.has('authorization')).toBe(false)
    expect(identity).toEqual({ identifier: '5', displayName: 'Acme' })
  })

  test('Mailchimp has a word of its own for Bearer', async () => {
    const { requests } = await ask('mailchimp', {}, answer(200, { user_id: 1 }))
    expect(requests[0]?.headers.get('authorization')).toBe('OAuth at')
  })

  test('Clover is asked for the merchant of the callback; what is no segment is not asked for', async () => {
    const { identity, requests } = await ask(
      'clover',
      { merchant_id: 'M1' },
      answer(200, { name: 'Shop' }),
    )
    expect(requests[0]?.url).toBe('https://api.clover.com/v3/merchants/M1')
    expect(identity).toEqual({ identifier: 'M1', displayName: 'Shop' })
    for (const merchant_id of ['../admin', 'a/b', '', 'a?b']) {
      expect((await ask('clover', { merchant_id })).requests).toEqual([])
    }
  })

  test('Exact Online answers with a list', async () => {
    const told = answer(200, { d: { results: [{ UserID: 'u-1', Email: 'ada@example.com' }] } })
    expect((await ask('exact-online', {}, told)).identity).toEqual({
      identifier: 'u-1',
      displayName: 'ada@example.com',
    })
  })

  test('QuickBooks is asked nothing: the callback has told', async () => {
    const { identity, requests } = await ask('quickbooks', { realmId: '9130' })
    expect(requests).toEqual([])
    expect(identity.identifier).toBe('9130')
  })
})
