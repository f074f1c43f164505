import { describe, expect, test } from 'vitest'
import { EgressUnanswered } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import { readyProvider } from '../test/providers.ts'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import { fetchIdentity } from './identity.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'

const CUSTOM = customProviderDefinition({
  slug: 'acme',
  name: 'Acme',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
  userinfoUrl: 'https://acme.example/me',
})

const identify = (
  slug: string,
  told: ReturnType<typeof answer> | Error,
  metadata: Record<string, string> = {},
) => {
  const { egress } = scriptedEgress(told)
  return fetchIdentity(egress, readyProvider(slug) ?? CUSTOM, secret('at-1'), metadata)
}

describe('where each provider says who it is', () => {
  test('GitHub', async () => {
    expect(await identify('github', answer(200, { id: 583231, login: 'octocat' }))).toEqual({
      identifier: '583231',
      displayName: 'octocat',
    })
  })

  test('Power BI, of the id token’s claims', async () => {
    const claims = { oid: 'o-1', preferred_username: 'ada@contoso.com' }
    expect(await identify('microsoft-power-bi', answer(500, ''), claims)).toEqual({
      identifier: 'o-1',
      displayName: 'ada@contoso.com',
    })
  })

  test('Mailchimp, and where the account’s API is', async () => {
    const told = { user_id: 15, accountname: 'Acme', dc: 'us6', api_endpoint: 'https://us6.x' }
    expect(await identify('mailchimp', answer(200, told))).toEqual({
      identifier: '15',
      displayName: 'Acme',
      metadata: { dc: 'us6', api_endpoint: 'https://us6.x' },
    })
    expect(await identify('mailchimp', answer(500, 'down'))).toEqual({ metadata: {} })
  })

  test('Google', async () => {
    const told = answer(200, { sub: '1', email: 'ada@example.com', name: 'Ada' })
    expect(await identify('gmail', told)).toEqual({
      identifier: '1',
      displayName: 'ada@example.com',
    })
  })

  test('Microsoft, for an account without a mailbox', async () => {
    const told = answer(200, { id: 'm-1', mail: null, userPrincipalName: 'ada@contoso.com' })
    expect(await identify('microsoft', told)).toEqual({
      identifier: 'm-1',
      displayName: 'ada@contoso.com',
    })
  })

  test('Slack: a member counts within a workspace', async () => {
    const told = answer(200, { ok: true, team: 'Acme', user: 'ada', team_id: 'T1', user_id: 'U1' })
    expect(await identify('slack', told)).toEqual({ identifier: 'T1/U1', displayName: 'Acme/ada' })
  })

  test('Slack, when it does not answer: what the token answer told', async () => {
    const metadata = { team_id: 'T1', team_name: 'Acme', authed_user_id: 'U1' }
    expect(await identify('slack', answer(200, { ok: false, error: 'x' }), metadata)).toEqual({
      identifier: 'T1/U1',
      displayName: 'Acme',
    })
  })

  test('Linear', async () => {
    const told = answer(200, { data: { viewer: { id: 'l-1', email: 'ada@example.com' } } })
    expect(await identify('linear', told)).toEqual({
      identifier: 'l-1',
      displayName: 'ada@example.com',
    })
  })

  test('Notion', async () => {
    const told = answer(200, { bot: { workspace_name: 'Acme', owner: { user: { id: 'u-1' } } } })
    expect(await identify('notion', told, { workspace_id: 'w-1' })).toEqual({
      identifier: 'w-1/u-1',
      displayName: 'Acme',
    })
  })
})

test('the request is the provider’s own, with the token as bearer', async () => {
  const { egress, requests } = scriptedEgress(answer(200, {}))
  const linear = readyProvider('linear') ?? CUSTOM
  await fetchIdentity(egress, linear, secret('at-1'), {})
  expect(requests[0]).toMatchObject({
    method: 'POST',
    url: 'https://api.linear.app/graphql',
    body: '{"query":"{ viewer { id name email avatarUrl } }"}',
  })
  expect([...(requests[0]?.headers ?? [])]).toEqual([
    ['accept', 'application/json'],
    ['authorization', 'Bearer at-1'],
    ['content-type', 'application/json'],
  ])
})

test.each([
  ['no answer', new EgressUnanswered('timeout')],
  ['a bug', new TypeError('a bug')],
  ['a refusal', answer(401, { sub: '1', email: 'a' })],
  ['a redirect', answer(302, { sub: '1', email: 'a' })],
  ['a page', answer(200, '<html>')],
  ['a list', answer(200, [{ sub: '1' }])],
  ['nothing of use', answer(200, { sub: {}, email: ['a'], name: true })],
  ['inherited names', answer(200, '{"__proto__":{"sub":"1","email":"a"}}')],
])('%s costs nothing but the label', async (_name, told) => {
  expect(await identify('acme', told)).toEqual({})
})

test('a provider that offers no such address is not asked', async () => {
  const { userinfo: _userinfo, ...oauth } = CUSTOM.oauth
  const { egress, requests } = scriptedEgress()
  expect(await fetchIdentity(egress, { ...CUSTOM, oauth }, secret('at-1'), {})).toEqual({})
  expect(requests).toEqual([])
})

describe('what a provider may call an account', () => {
  const label = async (email: unknown) =>
    (await identify('acme', answer(200, { email }))).displayName
  const id = async (sub: unknown) =>
    (await identify('acme', answer(200, JSON.stringify({ sub })))).identifier

  test('markup stays what it is: escaping belongs to the page', async () => {
    expect(await label('<img src=x onerror=1>')).toBe('<img src=x onerror=1>')
  })

  test('directions, controls and invisible characters go', async () => {
    expect(await label('\u202Egro.live@ada\u202C')).toBe('gro.live@ada')
    expect(await label('a\u0000b\r\nc\u001b[31m\u200Bd\uFEFF')).toBe('a b c [31md')
  })

  test('200 characters are the most, and none is cut in half', async () => {
    const long = await label('😀'.repeat(300))
    expect(Array.from(long ?? '')).toHaveLength(200)
    expect(long?.isWellFormed()).toBe(true)
  })

  test.each(['', '   ', '\u200B\u202E', '\n'])('%j is no name', async (email) => {
    expect(await label(email)).toBeUndefined()
  })

  test('a number is an id, zero included; one that lost digits is not', async () => {
    expect(await id(7)).toBe('7')
    expect(await id(0)).toBe('0')
    expect(await id('7')).toBe('7')
    expect(await id(2 ** 53)).toBeUndefined()
    expect(await id(null)).toBeUndefined()
  })
})
