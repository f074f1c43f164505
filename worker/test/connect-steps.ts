/** A connection step by step, in each of its modes: for tests that stop, repeat or cheat in between. */
import { randomToken, sha256Base64Url, sha256Hex } from '../kit/digest.ts'
import { systemRandom } from '../kit/ids.ts'
import { consentAtProvider, createBrowser, type Browser } from './browser.ts'
import { rowsOf } from './faults.ts'
import type { Harness, TestProvider } from './harness.ts'
import { expectJson, PAGE_ORIGIN } from './wire.ts'

/**
 * `popup` and `same_tab` are our widget's, `react` is the published widget's, the other two are a
 * backend's: with our confirmation page, or bound by its own session.
 */
export type Mode = 'popup' | 'same_tab' | 'react' | 'rest_confirmation' | 'rest_verifier'

export const RETURN_TO = `${PAGE_ORIGIN}/connected?page=1`

export type Begun = {
  readonly mode: Mode
  readonly user: string
  /** Whose account it will be; the user's own unless told. */
  readonly sharedIn: string | undefined
  /** The organization in which it is the user's own; none unless told. */
  readonly memberOf: string | undefined
  readonly url: string
  readonly attemptId: string
  readonly verifier: string
  readonly handoffToken: string | undefined
  readonly redirectToken: string | undefined
  readonly browser: Browser
}

/** @param aim what a backend says about which connection it shall be */
export async function begin(
  h: Harness,
  provider: Pick<TestProvider, 'slug'>,
  mode: Mode = 'popup',
  user = 'user_1',
  sharedIn?: string,
  memberOf?: string,
  aim: Record<string, unknown> = {},
): Promise<Begun> {
  const verifier = randomToken(systemRandom)
  const challenge = { code_challenge: await sha256Base64Url(verifier) }
  const bodies: Record<Mode, Record<string, unknown>> = {
    popup: { requireHandoff: true, config: {}, ...challenge },
    same_tab: { requireHandoff: false, config: {}, return_to: RETURN_TO, ...challenge },
    react: { requireHandoff: true, config: {} },
    rest_confirmation: {
      ...restOwner({ user, sharedIn, memberOf }),
      ...aim,
      return_to: RETURN_TO,
    },
    rest_verifier: {
      ...restOwner({ user, sharedIn, memberOf }),
      ...aim,
      return_to: RETURN_TO,
      ...challenge,
    },
  }
  const response = mode.startsWith('rest')
    ? await h.api('POST', `/data-integrations/${provider.slug}/authorize`, bodies[mode])
    : await h.widget('POST', `/DataIntegrations/${provider.slug}/authorize`, bodies[mode], {
        token: await h.widgetToken(user, memberOf),
      })
  const { url, redirectToken, handoffToken } = await expectJson<{
    url: string
    redirectToken?: string
    handoffToken?: string
  }>(response, 200)
  const ticketHash = await sha256Hex(new URL(url).pathname.split('/')[2] ?? '')
  const [row] = await rowsOf<{ id: string }>(
    'SELECT id FROM connect_attempts WHERE ticket_hash = ?',
    ticketHash,
  )
  const attemptId = row?.id ?? ''
  const browser = createBrowser()
  return {
    mode,
    user,
    sharedIn,
    memberOf,
    url,
    attemptId,
    verifier,
    handoffToken,
    redirectToken,
    browser,
  }
}

const restOwner = ({
  user,
  sharedIn,
  memberOf,
}: Pick<Begun, 'user' | 'sharedIn' | 'memberOf'>) => ({
  user_id: user,
  ...(memberOf === undefined ? {} : { organization_id: memberOf }),
  ...(sharedIn === undefined
    ? {}
    : { organization_id: sharedIn, connection_owner: 'organization' }),
})

/** What the page behind a ticket sends when it may go on. */
export function openingOf({ mode, handoffToken, redirectToken }: Begun): Record<string, unknown> {
  if (mode === 'rest_confirmation') return { confirmed: true }
  if (handoffToken === undefined) return {}
  return { handoff_token: handoffToken, redirect_token: redirectToken }
}

/** Presses on, as the page does: spends the ticket and binds the browser. */
export const open = (
  begun: Begun,
  body: Record<string, unknown> = openingOf(begun),
  browser: Browser = begun.browser,
): Promise<Response> =>
  browser.send(begun.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  })

/** Opens and goes through the provider's pages; gives the callback address, not yet loaded. */
export async function toCallback(
  begun: Begun,
  answer: { readonly account?: string; readonly decision?: 'allow' | 'deny' } = {},
): Promise<string> {
  const { location } = await expectJson<{ location: string }>(await open(begun), 200)
  return consentAtProvider(begun.browser, location, {
    account: answer.account ?? `provider-${begun.user}`,
    decision: answer.decision ?? 'allow',
  })
}

/** What a same-tab page or a backend reads from the address that the browser is sent back to. */
export function returned(response: Response): URLSearchParams {
  const { hash, searchParams } = new URL(response.headers.get('location') ?? 'x:')
  return hash === '' ? searchParams : new URLSearchParams(hash.slice(1))
}

/** Finishes as the user who began, unless told otherwise. */
export const complete = async (
  h: Harness,
  begun: Begun,
  more: {
    readonly completionCode?: string | null | undefined
    readonly verifier?: string
    readonly user?: string
    readonly token?: string
  } = {},
): Promise<Response> => {
  const codes = {
    code_verifier: more.verifier ?? begun.verifier,
    ...(more.completionCode == null ? {} : { completion_code: more.completionCode }),
  }
  const user = more.user ?? begun.user
  if (begun.mode === 'rest_verifier') {
    const owner = restOwner({ ...begun, user })
    const body = { ...owner, attempt_id: begun.attemptId, completion_code: '', ...codes }
    return h.api('POST', '/data-integrations/strict/authorize/complete', body)
  }
  const token = more.token ?? (await h.widgetToken(user, begun.memberOf))
  const path = `/DataIntegrations/attempts/${begun.attemptId}/complete`
  return h.widget('POST', path, codes, { token })
}

export type AttemptBody = {
  readonly status: string
  readonly error: { readonly code: string } | null
  readonly connected_account: { readonly id: string; readonly state: string } | null
}

/** The attempt as its page sees it. */
export const watch = async (h: Harness, begun: Begun): Promise<AttemptBody> => {
  const path = `/DataIntegrations/attempts/${begun.attemptId}`
  const token = await h.widgetToken(begun.user, begun.memberOf)
  return expectJson(await h.widget('GET', path, undefined, { token }), 200)
}

/** Names of the events of an environment, the oldest first: of one of the two families. */
export const eventNames = async (
  h: Harness,
  family: 'connected_account' | 'account_connection' = 'connected_account',
): Promise<string[]> => {
  const rows = await rowsOf<{ name: string }>(
    'SELECT name FROM events WHERE environment_id = ? AND name GLOB ? ORDER BY created_at, id',
    h.environment.id,
    `pipes.${family}.*`,
  )
  return rows.map(({ name }) => name.replace(`pipes.${family}.`, ''))
}

/** As if the attempt had begun long ago. */
export const expire = (begun: Begun): Promise<unknown> =>
  rowsOf('UPDATE connect_attempts SET expires_at = 1 WHERE id = ?', begun.attemptId)

/** The callback with some parameters changed; undefined takes one away. */
export const altered = (
  callbackUrl: string,
  changes: Record<string, string | undefined>,
): string => {
  const url = new URL(callbackUrl)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.href
}
