/** Where a request comes from, as Cloudflare tells: for the audit, never for a decision. */
import type { CalledFrom } from '../domain/audit.ts'
import type { AppContext } from './context.ts'

export const calledFrom = (c: AppContext): CalledFrom => ({
  ipAddress: c.req.header('cf-connecting-ip')?.slice(0, 45) ?? null,
  country: countryOf(c.req.raw),
  userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
})

function countryOf({ cf }: { readonly cf?: unknown }): string | null {
  const country = (cf as { readonly country?: unknown } | undefined)?.country
  return typeof country === 'string' ? country.slice(0, 2) : null
}
