/** The dashboard as its page and its attackers call it, with operators who have signed in. */
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { ask } from './ask.ts'
import { makeAuthenticator, type Authenticator, type Twist } from './authenticator.ts'
import { testSecrets } from './secrets.ts'
import { expectJson } from './wire.ts'

export const SETUP_TOKEN: string = testSecrets.SETUP_TOKEN

export type Ceremony = {
  readonly challenge_id: string
  readonly options: { readonly challenge: string; readonly user?: { readonly id: string } }
}

export type OperatorPage = {
  readonly authenticator: Authenticator
  /** The value of its cookie. */
  readonly cookie: () => string
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Headers_,
  ) => Promise<Response>
  /** Signs in once more. */
  readonly refresh: () => Promise<Response>
}

type Headers_ = Readonly<Record<string, string>>

/** What a browser adds on our own page. */
export const OWN_PAGE: Headers_ = { origin: env.PUBLIC_URL, 'sec-fetch-site': 'same-origin' }

/** As the page sends it. A DELETE has no body. */
export function callOperator(
  method: string,
  path: string,
  body: unknown = method === 'POST' ? {} : undefined,
  headers: Headers_ = {},
  isolateEnv?: Env,
): Promise<Response> {
  const init: RequestInit = {
    method,
    headers: {
      ...(method === 'GET' ? {} : OWN_PAGE),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    redirect: 'manual',
  }
  const request = new Request(
    `${env.PUBLIC_URL}/operator${path}`,
    body === undefined ? init : { ...init, body: JSON.stringify(body) },
  )
  return ask(request, isolateEnv)
}

export const cookieOf = (response: Response): string =>
  /^(?:__Host-)?pa=([\w-]{43});/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''

/** The first operator, who has opened the link of the set-up. */
export const setUpOwner = (name = 'Ada'): Promise<OperatorPage> =>
  register('/setup', '/setup/options', SETUP_TOKEN, name)

/** Somebody whom an owner has invited. */
export async function join(
  owner: OperatorPage,
  role: string,
  name = 'Grace',
): Promise<OperatorPage> {
  const invited = await owner.call('POST', '/invitations', { name, role })
  const { url } = await expectJson<{ url: string }>(invited, 201)
  const token = url.split('#invitation=')[1] ?? ''
  return register('/invitations/accept', '/invitations/options', token, name)
}

async function register(
  path: string,
  optionsPath: string,
  token: string,
  name: string,
): Promise<OperatorPage> {
  const authenticator = await makeAuthenticator(env.PUBLIC_URL)
  const begun = await expectJson<Ceremony>(
    await callOperator('POST', optionsPath, { token, name }),
    200,
  )
  const credential = await authenticator.create(begun.options)
  const { challenge_id } = begun
  const done = await callOperator('POST', path, { token, challenge_id, credential })
  expect(done.status).toBe(201)
  return pageOf(authenticator, cookieOf(done))
}

function pageOf(authenticator: Authenticator, first: string): OperatorPage {
  let cookie = first
  const call: OperatorPage['call'] = (method, path, body, headers = {}) =>
    callOperator(method, path, body, { cookie: `pa=${cookie}`, ...headers })
  const refresh = async () => {
    const done = await signInWith(authenticator, {}, { cookie: `pa=${cookie}` })
    cookie = cookieOf(done) || cookie
    return done
  }
  return { authenticator, cookie: () => cookie, call, refresh }
}

export async function signInWith(
  authenticator: Authenticator,
  twist: Twist = {},
  headers: Headers_ = {},
): Promise<Response> {
  const asked = await callOperator('POST', '/sign-in/options', {}, headers)
  const { challenge_id, options } = await expectJson<Ceremony>(asked, 200)
  const credential = await authenticator.get(options, twist)
  return callOperator('POST', '/sign-in', { challenge_id, credential }, headers)
}
