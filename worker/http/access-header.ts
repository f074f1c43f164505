import { Secret } from '../kit/secret.ts'
import type { AppContext } from './context.ts'

/** What Cloudflare Access puts before whatever it lets through; null: nothing did. It proves nothing by being there. */
export function readAssertion(c: AppContext): Secret | null {
  const value = c.req.header('cf-access-jwt-assertion')
  return value === undefined || value === '' ? null : new Secret(value)
}
