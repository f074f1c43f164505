/** The cookie of an operator's session: of this host alone, out of reach of scripts and of other sites. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SESSION_MS } from '../domain/operator.ts'
import { Secret } from '../kit/secret.ts'
import type { AppContext } from './context.ts'

/** `__Host-` needs https, which http://localhost has not. */
const isSecure = (c: AppContext): boolean => c.var.deps.publicUrl.startsWith('https:')
const nameOf = (c: AppContext): string => (isSecure(c) ? '__Host-pa' : 'pa')

/** A token as we make them; anything else is none. */
export function readOperatorCookie(c: AppContext): Secret | null {
  const value = getCookie(c, nameOf(c))
  return value !== undefined && /^[\w-]{43}$/.test(value) ? new Secret(value) : null
}

export const setOperatorCookie = (c: AppContext, token: Secret): void =>
  setCookie(c, nameOf(c), token.reveal(), {
    ...attributesOf(c),
    httpOnly: true,
    maxAge: SESSION_MS / 1000,
  })

export const clearOperatorCookie = (c: AppContext): void => {
  deleteCookie(c, nameOf(c), attributesOf(c))
}

const attributesOf = (c: AppContext) =>
  ({ path: '/', sameSite: 'Strict', secure: isSecure(c) }) as const
