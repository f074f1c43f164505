/** The page where a user decides: what the address asks for, and where the browser goes from there. */
import type { Authorize } from './documented.ts'
import { checkParams, readQuery, type Params } from './reading.ts'
import type { Serving } from './serve.ts'

/** What the person at the consent page does. */
export type Consent = {
  /** No, in the words of the provider; yes unless told. */
  readonly refusal?: Readonly<Record<string, string>>
  readonly account?: string
  /** What the provider lists instead, when the user gives less. */
  readonly listed?: readonly string[]
  /** Another issuer than the provider's in the callback; null: none. */
  readonly iss?: string | null
}

export function atConsent(serving: Serving, url: URL, consent: Consent): URL {
  const { authorize } = serving.documented
  const { complaints, client, codes } = serving
  const at = new URL(authorize.at)
  if (at.origin + at.pathname !== url.origin + url.pathname)
    complaints.push(`no consent page is at ${url.origin}${url.pathname}`)
  const params = readQuery(url, complaints)
  const asked = readScopes(authorize, params, complaints)
  const hasPkce = authorize.pkce === 'offered'
  checkParams(
    'consent page',
    params,
    {
      response_type: 'code',
      [authorize.clientId ?? 'client_id']: client.id,
      redirect_uri: client.redirectUri,
      ...(hasPkce ? { code_challenge_method: 'S256' } : {}),
      ...Object.fromEntries(at.searchParams),
      ...authorize.wants,
    },
    [
      'state',
      ...(hasPkce ? ['code_challenge'] : []),
      ...(authorize.scopes === 'no parameter' ? [] : [authorize.scopes.param ?? 'scope']),
    ],
    complaints,
  )
  const challenge = params.get('code_challenge')
  if (hasPkce && !/^[\w-]{43}$/.test(challenge ?? '')) complaints.push('no code_challenge')

  const back = new URL(client.redirectUri)
  back.searchParams.set('state', params.get('state') ?? '')
  const iss = consent.iss === undefined ? authorize.iss : consent.iss
  if (iss != null) back.searchParams.set('iss', iss)
  if (consent.refusal !== undefined) {
    for (const [name, value] of Object.entries(consent.refusal)) back.searchParams.set(name, value)
    return back
  }
  const listed = consent.listed ?? listedFor(authorize, asked)
  const grant = serving.grants.begin(consent.account ?? 'ada', asked, listed)
  const code = serving.grants.fresh('code')
  codes.set(code, { grant, challenge, isSpent: false })
  back.searchParams.set('code', code)
  for (const [name, value] of Object.entries(authorize.callback?.(listed) ?? {}))
    back.searchParams.set(name, value)
  return back
}

const listedFor = ({ scopes }: Authorize, asked: readonly string[]): readonly string[] =>
  scopes === 'no parameter' ? [] : (scopes.listed ?? ((same) => same))(asked)

function readScopes({ scopes }: Authorize, params: Params, complaints: string[]): string[] {
  if (scopes === 'no parameter') return []
  const { param = 'scope', separator, known, atLeastOne } = scopes
  const asked = (params.get(param) ?? '').split(separator).filter((one) => one !== '')
  if (atLeastOne === true && asked.length === 0) complaints.push('no scope is asked for')
  for (const one of asked) {
    const isKnown = known instanceof RegExp ? known.test(one) : known.includes(one)
    if (!isKnown) complaints.push(`no scope is called ${one}`)
  }
  return asked
}
