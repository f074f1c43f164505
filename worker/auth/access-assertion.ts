/**
 * What Cloudflare Access says of whoever it has let through (`Cf-Access-Jwt-Assertion`). Anybody who
 * reaches the Worker by another way can send this header, so it counts by its signature and for this
 * application only. Access signs with RS256, and nothing else is taken.
 */
import * as v from 'valibot'
import { emailKey, type AccessApplication, type AssertedPerson } from '../domain/access.ts'
import { seconds } from '../kit/clock.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import {
  verifySignedToken,
  type FindKeys,
  type TokenIssuer,
  type TokenRefusal,
} from './signed-token.ts'

export type AssertionRefused = {
  readonly kind: 'access_assertion_refused'
  /** `no_person`: of a service token, or of another kind than an application's. */
  readonly reason: TokenRefusal['reason'] | 'no_person'
}

const ALGORITHMS = ['RS256'] as const

// `app` is an application's; `org` is the team's own session, for which no application was asked.
const claimsShape = v.object({ type: v.literal('app'), email: v.string(), iat: v.number() })

/**
 * @param now epoch milliseconds
 * @param findKeys asked only for an assertion that could be good
 */
export async function verifyAccessAssertion<Failure>(
  assertion: Secret,
  { teamOrigin, audience }: AccessApplication,
  now: number,
  findKeys: FindKeys<TokenIssuer, Failure>,
): Promise<Result<AssertedPerson, AssertionRefused | Failure>> {
  const issuers = [{ issuer: teamOrigin, audience }]
  const verified = await verifySignedToken(assertion, issuers, ALGORITHMS, now, findKeys)
  if (!verified.ok) {
    const { failure } = verified
    return failure.kind === 'token_refused' ? refused(failure.reason) : fail(failure.failure)
  }
  const claims = v.safeParse(claimsShape, verified.value.claims)
  const email = claims.success ? emailKey(claims.output.email) : undefined
  if (!claims.success || email === undefined) return refused('no_person')
  // Clocks differ by some seconds, and nobody was let in later than now.
  return ok({ email, assertedAt: Math.min(seconds(claims.output.iat), now) })
}

const refused = (reason: AssertionRefused['reason']) =>
  fail({ kind: 'access_assertion_refused', reason } as const)
