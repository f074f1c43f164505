/** How the sandbox provider behaves towards an account: what it always does, and what happens to single calls. */

export type Behaviour = {
  /**
   * `strict`: a refresh token is good once. `grace`: a spent one answers for `graceSeconds` more.
   * `none`: the same one stays good, and a refresh gives no other (RFC 6749 §6).
   */
  readonly rotation: 'strict' | 'grace' | 'none'
  readonly graceSeconds: number
  /** A refresh token that comes again ends its whole grant (RFC 9700 §4.14.2); else only that call fails. */
  readonly reuseDetection: boolean
  /** How long an access token lives, seconds. */
  readonly expiresIn: number
  /** What `expires_in` of an answer says; `wrong` is a day, whatever is true. */
  readonly statedExpiresIn: 'right' | 'missing' | 'wrong'
  /** Whether a refresh token is issued at all. */
  readonly refreshToken: boolean
  /** Of the requested scopes only these are granted; null: all of them. */
  readonly scopes: readonly string[] | null
}

export const DEFAULT_BEHAVIOUR: Behaviour = {
  rotation: 'strict',
  graceSeconds: 30,
  reuseDetection: true,
  expiresIn: 3600,
  statedExpiresIn: 'right',
  refreshToken: true,
  scopes: null,
}

/** What `wrong` says, seconds. */
export const WRONG_EXPIRES_IN = 86_400

export type Fault =
  /** Everything is done; the answer comes late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** 429 with Retry-After; nothing is done. */
  | { readonly kind: 'rate_limited'; readonly seconds: number }
  /** A 5xx; nothing is done. */
  | { readonly kind: 'server_error'; readonly status: number }
  /** 200 and a page in place of JSON; nothing is done. */
  | { readonly kind: 'html' }
  /** Everything is done; half of the answer arrives. */
  | { readonly kind: 'truncated' }
  /** The connection ends without an answer; nothing is done. */
  | { readonly kind: 'cut_before' }
  /** Everything is done; the connection ends without an answer. */
  | { readonly kind: 'cut_after' }
  /** The user takes this app's access away, just before the call is served. */
  | { readonly kind: 'revoked_by_user' }
  /** An administrator blocks the account, just before the call is served. */
  | { readonly kind: 'revoked_by_admin' }
  /** From this call on the grant is another account's. */
  | { readonly kind: 'account_switched'; readonly account: string }

/** `exchange`: a code for tokens. `refresh`: a refresh token for tokens. */
export type Call = 'exchange' | 'refresh' | 'userinfo' | 'revocation'

export type ScriptedFault = Fault & {
  readonly on: Call
  /** How many calls meet it before the next one of the list has its turn. */
  readonly times: number
}

/** A part of a behaviour; what is left out stays as it is. */
export type BehaviourChange = { readonly [Name in keyof Behaviour]?: Behaviour[Name] | undefined }

export const changed = (behaviour: Behaviour, change: BehaviourChange): Behaviour => {
  const named = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...behaviour, ...(Object.fromEntries(named) as Partial<Behaviour>) }
}

/**
 * Takes the fault that a call meets.
 *
 * @returns it, if there is one, and what is left for later calls
 */
export function takeFault(
  faults: readonly ScriptedFault[],
  call: Call,
): { readonly fault: ScriptedFault | undefined; readonly left: readonly ScriptedFault[] } {
  const fault = faults.find(({ on }) => on === call)
  if (fault === undefined) return { fault, left: faults }
  const left = faults.flatMap((other) =>
    other !== fault ? [other] : other.times > 1 ? [{ ...other, times: other.times - 1 }] : [],
  )
  return { fault, left }
}
