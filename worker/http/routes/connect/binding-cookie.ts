/** One cookie an attempt, so that two windows can connect at once. It binds an attempt to a browser. */
import { getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from '../../context.ts'

/**
 * `__Host-` and `Secure` need https, which http://localhost has not. Chromium and Firefox look over that; Safari keeps no such
 * cookie, and nothing could be connected there. On any other host without https nothing can, in no browser.
 */
const isPlain = ({ var: { deps } }: AppContext): boolean =>
  new Set(['http://localhost', 'http://127.0.0.1']).has(deps.publicUrl.replace(/:\d+$/, ''))

const nameOf = (attemptId: string): string => `pipes-${attemptId.slice(-16)}`

export const setBindingCookie = (c: AppContext, attemptId: string, value: string): void =>
  setCookie(c, nameOf(attemptId), value, {
    ...(isPlain(c) ? {} : { prefix: 'host', secure: true }),
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 600,
  })

export const readBindingCookie = (c: AppContext, attemptId: string): string | undefined =>
  isPlain(c) ? getCookie(c, nameOf(attemptId)) : getCookie(c, nameOf(attemptId), 'host')
