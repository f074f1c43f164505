/**
 * What would leave the machine, provider by provider: a reviewer of a quirk reads the lines here instead
 * of trusting the name of an option. (It lives beside the engine, because `providers/` may not import it.)
 */
import { expect, test } from 'vitest'
import type { EgressRequest } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import { CATALOGUE, findProvider } from '../providers/catalogue.ts'
import { buildAuthorizationUrl } from './authorization-url.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'
import { exchangeCode, refreshTokens } from './token-client.ts'

const CLIENT = { clientId: 'client-1', clientSecret: secret('s3cret:+/%') }
const REDIRECT_URI = 'https://pipes.example/callback'
const TOKEN = { access_token: 'at', authed_user: { access_token: 'at' } }

/** The address that the browser is sent to, the exchange, the refresh; headers and bodies decoded. */
async function wireOf(slug: string): Promise<string> {
  const definition = findProvider(slug)
  if (definition === undefined) throw new Error(`no provider ${slug}`)
  const url = buildAuthorizationUrl(definition, {
    clientId: CLIENT.clientId,
    redirectUri: REDIRECT_URI,
    state: 'state-1',
    scopes: definition.oauth.scopes.default,
    codeChallenge: 'challenge-1',
  })
  const { egress, requests } = scriptedEgress(answer(200, TOKEN), answer(200, TOKEN))
  await exchangeCode(egress, definition, CLIENT, {
    code: secret('code-1'),
    redirectUri: REDIRECT_URI,
    codeVerifier: secret('verifier-1'),
    now: 0,
  })
  await refreshTokens(egress, definition, CLIENT, secret('refresh-1'), 0)
  return [
    `GET ${url.origin}${url.pathname}`,
    shown(url.searchParams),
    ...requests.flatMap(lines),
  ].join('\n')
}

function lines({ method, url, headers, body = '' }: EgressRequest): string[] {
  const isJson = headers.get('content-type') === 'application/json'
  return [
    `${method} ${url}`,
    ...[...headers].map(([name, value]) => `  ${name}: ${value}`),
    isJson ? `  ${body}` : shown(new URLSearchParams(body)),
  ]
}

const shown = (params: URLSearchParams): string =>
  `  ${[...params].map(([name, value]) => `${name}=${value}`).join(' & ')}`

test('every entry of the catalogue is shown below', () => {
  expect(CATALOGUE.map(({ slug }) => slug)).toEqual(SHOWN)
})

const SHOWN = [
  'github',
  'gmail',
  'google',
  'google-calendar',
  'google-drive',
  'linear',
  'microsoft',
  'microsoft-outlook',
  'notion',
  'sandbox',
  'slack',
]

test('github', async () => {
  expect(await wireOf('github')).toMatchInlineSnapshot(`
    "GET https://github.com/login/oauth/authorize
      response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=read:user user:email & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://github.com/login/oauth/access_token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://github.com/login/oauth/access_token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('gmail', async () => {
  expect(await wireOf('gmail')).toMatchInlineSnapshot(`
    "GET https://accounts.google.com/o/oauth2/v2/auth
      access_type=offline & prompt=consent & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=openid email https://www.googleapis.com/auth/gmail.readonly & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('google', async () => {
  expect(await wireOf('google')).toMatchInlineSnapshot(`
    "GET https://accounts.google.com/o/oauth2/v2/auth
      access_type=offline & prompt=consent & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=openid email profile & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('google-calendar', async () => {
  expect(await wireOf('google-calendar')).toMatchInlineSnapshot(`
    "GET https://accounts.google.com/o/oauth2/v2/auth
      access_type=offline & prompt=consent & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=openid email https://www.googleapis.com/auth/calendar.readonly & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('google-drive', async () => {
  expect(await wireOf('google-drive')).toMatchInlineSnapshot(`
    "GET https://accounts.google.com/o/oauth2/v2/auth
      access_type=offline & prompt=consent & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=openid email https://www.googleapis.com/auth/drive.readonly & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://oauth2.googleapis.com/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('linear', async () => {
  expect(await wireOf('linear')).toMatchInlineSnapshot(`
    "GET https://linear.app/oauth/authorize
      prompt=consent & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=read & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://api.linear.app/oauth/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://api.linear.app/oauth/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('microsoft', async () => {
  expect(await wireOf('microsoft')).toMatchInlineSnapshot(`
    "GET https://login.microsoftonline.com/common/oauth2/v2.0/authorize
      response_mode=query & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=openid profile email offline_access User.Read & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://login.microsoftonline.com/common/oauth2/v2.0/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://login.microsoftonline.com/common/oauth2/v2.0/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('microsoft-outlook', async () => {
  expect(await wireOf('microsoft-outlook')).toMatchInlineSnapshot(`
    "GET https://login.microsoftonline.com/common/oauth2/v2.0/authorize
      response_mode=query & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=openid profile email offline_access User.Read Mail.Read & code_challenge=challenge-1 & code_challenge_method=S256
    POST https://login.microsoftonline.com/common/oauth2/v2.0/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://login.microsoftonline.com/common/oauth2/v2.0/token
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})

test('notion', async () => {
  expect(await wireOf('notion')).toMatchInlineSnapshot(`
    "GET https://api.notion.com/v1/oauth/authorize
      owner=user & response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1
    POST https://api.notion.com/v1/oauth/token
      accept: application/json
      authorization: Basic Y2xpZW50LTE6czNjcmV0OisvJQ==
      content-type: application/json
      notion-version: 2022-06-28
      {"redirect_uri":"https://pipes.example/callback","code":"code-1","grant_type":"authorization_code"}
    POST https://api.notion.com/v1/oauth/token
      accept: application/json
      authorization: Basic Y2xpZW50LTE6czNjcmV0OisvJQ==
      content-type: application/json
      notion-version: 2022-06-28
      {"refresh_token":"refresh-1","grant_type":"refresh_token"}"
  `)
})

test('sandbox', async () => {
  expect(await wireOf('sandbox')).toMatchInlineSnapshot(`
        "GET https://sandbox-provider.invalid/authorize
          response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & scope=profile files:read files:write & code_challenge=challenge-1 & code_challenge_method=S256
        POST https://sandbox-provider.invalid/token
          accept: application/json
          content-type: application/x-www-form-urlencoded;charset=UTF-8
          redirect_uri=https://pipes.example/callback & code=code-1 & code_verifier=verifier-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
        POST https://sandbox-provider.invalid/token
          accept: application/json
          content-type: application/x-www-form-urlencoded;charset=UTF-8
          refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
      `)
})

test('slack', async () => {
  expect(await wireOf('slack')).toMatchInlineSnapshot(`
    "GET https://slack.com/oauth/v2/authorize
      response_type=code & client_id=client-1 & redirect_uri=https://pipes.example/callback & state=state-1 & user_scope=channels:read,chat:write,users:read
    POST https://slack.com/api/oauth.v2.access
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      redirect_uri=https://pipes.example/callback & code=code-1 & grant_type=authorization_code & client_id=client-1 & client_secret=s3cret:+/%
    POST https://slack.com/api/oauth.v2.access
      accept: application/json
      content-type: application/x-www-form-urlencoded;charset=UTF-8
      refresh_token=refresh-1 & grant_type=refresh_token & client_id=client-1 & client_secret=s3cret:+/%"
  `)
})
