/** A disconnect: the request as documented, and everything dead that the documentation promises. */
import { revokeToken } from '../../oauth/revocation.ts'
import { same, type Walker } from './walker.ts'

export async function walkRevocation(start: () => Walker): Promise<void> {
  const walker = start()
  const { definition, served, documented } = walker
  const { revoke } = documented
  const one = await walker.connect()
  const other = await walker.connect()
  const about = { now: 0, account: documented.account?.answers[0]?.id }
  const end = () => revokeToken(walker.egress, definition, walker.client, { ...one, ...about })
  if (revoke === undefined) {
    same('a revocation', (await end()).outcome, 'not_supported')
    return
  }
  if (revoke.refusal !== undefined) {
    served.next.revocation.push(revoke.refusal, revoke.refusal)
    same('a refused revocation', (await end()).outcome, 'failed')
    served.next.revocation.length = 0
  }
  same('a revocation', (await end()).outcome, 'revoked')
  walker.content()
  const isDead = (kind: 'access' | 'refresh'): boolean =>
    revoke.ends !== 'token' || revoke.takes.includes(kind)
  if (isDead('access'))
    same('the access token lives on', served.grants.isLive(one.accessToken.reveal()), false)
  if (isDead('refresh') && one.refreshToken !== undefined && documented.life.refresh !== 'none')
    same('the refresh token lives on', served.grants.accepts(one.refreshToken.reveal()), false)
  const isOtherAlive = served.grants.isLive(other.accessToken.reveal())
  same('a revocation ends other connections', definition.oauth.revocation?.grantWide, !isOtherAlive)
}
