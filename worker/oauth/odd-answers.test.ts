/** What providers answer in shapes of their own: the fields of a definition that read them. */
import { describe, expect, test } from 'vitest'
import { secret } from '../kit/secret.ts'
import { CLIENT, connect, NOW, ready, refresh } from '../test/one-exchange.ts'
import { readAuthorizationResponse } from './authorization-response.ts'
import { revokeToken } from './revocation.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'

describe('the callback', () => {
  test('Amazon’s code has a name of its own, and one called code is not it', async () => {
    const told = answer(200, { access_token: 'at', refresh_token: 'rt', expires_in: 3600 })
    const query = 'spapi_oauth_code=right&code=wrong&selling_partner_id=A1'
    const { requests, tokens } = await connect('amazon-selling-partner', query, told)
    expect(new URLSearchParams(requests[0]?.body).get('code')).toBe('right')
    expect(tokens?.metadata).toEqual({ selling_partner_id: 'A1' })
  })

  test('a second code is refused under that name, too', () => {
    const url = new URL('https://pipes.example/callback?state=st&auth_code=a&auth_code=b')
    expect(readAuthorizationResponse(ready('tiktok-ads'), 'c', url, 'st').ok).toBe(false)
  })

  test('BigCommerce wants to hear again which store it was, and with which scopes', async () => {
    const query = 'code=x&context=stores/abc&scope=store_v2_orders%20users_basic'
    const { requests, tokens } = await connect(
      'bigcommerce',
      query,
      answer(200, { access_token: 'at' }),
    )
    const sent = new URLSearchParams(requests[0]?.body)
    expect([sent.get('context'), sent.get('scope')]).toEqual([
      'stores/abc',
      'store_v2_orders users_basic',
    ])
    expect(tokens?.metadata).toEqual({ context: 'stores/abc' })
  })

  test('nothing else of a callback is kept or repeated', async () => {
    const query = 'code=x&context=stores/abc&grant_type=evil&client_id=evil&realmId=1'
    const { requests, tokens } = await connect(
      'bigcommerce',
      query,
      answer(200, { access_token: 'at' }),
    )
    expect(requests[0]?.body).not.toContain('evil')
    expect(tokens?.metadata).toEqual({ context: 'stores/abc' })
  })

  test('a word that comes twice is none', async () => {
    const query = 'code=x&realmId=1&realmId=2'
    const { tokens } = await connect('quickbooks', query, answer(200, { access_token: 'at' }))
    expect(tokens?.metadata).toEqual({})
  })

  test('Strava lists there what was granted; what a token answer says goes before it', async () => {
    const query = 'code=x&scope=read,activity:read'
    const { tokens } = await connect('strava', query, answer(200, { access_token: 'at' }))
    expect(tokens?.scopes).toEqual(['read', 'activity:read'])
    const told = answer(200, { access_token: 'at', scope: 'read' })
    expect((await connect('strava', query, told)).tokens?.scopes).toEqual(['read'])
  })
})

describe('a success that is none', () => {
  test.each([
    ['tiktok-ads', { code: 40_105, message: 'no', data: { access_token: 'at' } }, '40105'],
    ['withings', { status: 503, body: { access_token: 'at' }, error: 'Invalid Params' }, '503'],
    ['withings', { body: { access_token: 'at' } }, 'not_a_token'],
  ])('%s: %j', async (slug, body, code) => {
    const { outcome } = await connect(slug, 'code=x&auth_code=x', answer(200, body))
    expect(outcome).toMatchObject({ ok: false, failure: { code } })
  })

  test('Withings asks for patience', async () => {
    const { outcome } = await refresh('withings', answer(200, { status: 601, body: {} }))
    expect(outcome).toMatchObject({ failure: { kind: 'retry', code: '601' } })
  })

  test('of giving back, too', async () => {
    const { egress } = scriptedEgress(answer(200, { code: 40_001 }))
    const tokens = { accessToken: secret('at'), now: NOW }
    expect(await revokeToken(egress, ready('tiktok-ads'), CLIENT, tokens)).toEqual({
      outcome: 'failed',
      reason: '40001',
    })
  })
})

describe('a success in other words', () => {
  test('TikTok Ads and Withings: tokens within', async () => {
    const ads = answer(200, { code: 0, message: 'OK', data: { access_token: 'at', scope: [4] } })
    expect((await connect('tiktok-ads', 'auth_code=x', ads)).tokens?.accessToken.reveal()).toBe(
      'at',
    )
    const body = { userid: 363, access_token: 'at', refresh_token: 'rt', expires_in: 10_800 }
    const { tokens } = await connect('withings', 'code=x', answer(200, { status: 0, body }))
    expect(tokens).toMatchObject({ expiresAt: NOW + 10_800_000, metadata: { body_userid: '363' } })
  })

  test('Power BI: whose account it is, the id token says', async () => {
    const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
    const claims = { oid: 'o-1', preferred_username: 'ada@contoso.com', amr: ['pwd'] }
    const told = (id_token: unknown) => answer(200, { access_token: 'at', id_token })
    const metadataOf = async (id_token: unknown) =>
      (await connect('microsoft-power-bi', 'code=x', told(id_token))).tokens?.metadata
    expect(await metadataOf(`${part({ alg: 'RS256' })}.${part(claims)}.signature`)).toEqual({
      oid: 'o-1',
      preferred_username: 'ada@contoso.com',
    })
    for (const none of [undefined, 7, 'x', 'a.b.c', `a.${btoa('[]')}.c`, 'a.%%%.c']) {
      expect(await metadataOf(none)).toEqual({})
    }
  })

  test.each([
    ['clover', { access_token_expiration: NOW / 1000 + 1800 }, 1800],
    ['squarespace', { access_token_expires_at: `${NOW / 1000 + 1800}.25` }, 1800.25],
    ['square', { expires_at: new Date(NOW + 86_400_000).toISOString() }, 86_400],
    ['front', { expires_at: NOW / 1000 + 3600 }, 3600],
    ['stackexchange', { expires: 86_399 }, 86_399],
  ])('%s: when the token ends', async (slug, body, seconds) => {
    const told = answer(200, { access_token: 'at', ...body })
    expect((await connect(slug, 'code=x', told)).tokens?.expiresAt).toBe(NOW + seconds * 1000)
  })

  test.each(['tomorrow', -5, 0, null, '2026-13-45T00:00:00Z', '2026-12-01', {}])(
    '%j is no time at which a token ends',
    async (expires_at) => {
      const told = answer(200, { access_token: 'at', expires_at })
      expect((await connect('square', 'code=x', told)).tokens?.expiresAt).toBeUndefined()
    },
  )

  test('QuickBooks and Airtable: when the refresh token ends', async () => {
    const body = { access_token: 'at', refresh_token: 'rt', x_refresh_token_expires_in: 100 }
    const { tokens } = await connect('quickbooks', 'code=x&realmId=9130', answer(200, body))
    expect(tokens).toMatchObject({
      refreshTokenExpiresAt: NOW + 100_000,
      metadata: { realmId: '9130' },
    })
    const airtable = answer(200, {
      access_token: 'at',
      refresh_token: 'rt',
      refresh_expires_in: 60,
    })
    expect((await connect('airtable', 'code=x', airtable)).tokens?.refreshTokenExpiresAt).toBe(
      NOW + 60_000,
    )
  })

  test.each([
    ['hubspot', ['oauth', 'tickets']],
    ['bitbucket', 'oauth tickets'],
  ])('%s lists what it granted under scopes', async (slug, scopes) => {
    const told = answer(200, { access_token: 'at', scopes })
    expect((await connect(slug, 'code=x', told)).tokens?.scopes).toEqual(['oauth', 'tickets'])
  })
})
