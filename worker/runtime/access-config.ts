/** The three variables of Cloudflare Access: all of them, or none. */
import { emailKey, type AccessApplication } from '../domain/access.ts'
import { fail, ok, type Result } from '../kit/result.ts'

type Variables = Pick<Env, 'ACCESS_TEAM_DOMAIN' | 'ACCESS_AUD' | 'ACCESS_OWNER'>

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/**
 * @param loopbackOrigins what may stand in for a team, for work on Pipes itself
 * @returns null where Access is not configured; or what is wrong, in words that name the variable
 */
export function readAccess(
  env: Partial<Variables>,
  loopbackOrigins: readonly string[],
): Result<AccessApplication | null, string> {
  const { ACCESS_TEAM_DOMAIN: team, ACCESS_AUD: audience, ACCESS_OWNER: owner } = env
  if (!team && !audience && !owner) return ok(null)
  const missing = [
    ...(team ? [] : ['ACCESS_TEAM_DOMAIN']),
    ...(audience ? [] : ['ACCESS_AUD']),
    ...(owner ? [] : ['ACCESS_OWNER']),
  ]
  if (!team || !audience || !owner) {
    return fail(
      `${missing.join(' and ')} missing: ACCESS_TEAM_DOMAIN, ACCESS_AUD and ACCESS_OWNER go together`,
    )
  }
  const teamOrigin = teamOriginOf(team, loopbackOrigins)
  if (teamOrigin === undefined) {
    return fail('ACCESS_TEAM_DOMAIN must be a host name such as acme.cloudflareaccess.com')
  }
  if (!/^[0-9a-f]{64}$/.test(audience)) {
    return fail('ACCESS_AUD must be the 64 hexadecimal digits of the application’s AUD tag')
  }
  const ownerEmail = emailKey(owner)
  if (ownerEmail === undefined) return fail('ACCESS_OWNER must be one e-mail address')
  return ok({ teamOrigin, audience, ownerEmail })
}

function teamOriginOf(team: string, loopbackOrigins: readonly string[]): string | undefined {
  if (loopbackOrigins.includes(team)) return team
  const host = team.replace(/^https:\/\//, '')
  return HOST.test(host) ? `https://${host}` : undefined
}
