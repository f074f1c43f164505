/** A new session of an operator, as writes: it begins in the batch of what proved who it is. */
import { hashOfToken } from '../../auth/operator-token.ts'
import type { AuditAction, AuditEntry, CalledFrom } from '../../domain/audit.ts'
import {
  SESSION_MS,
  type Operator,
  type OperatorSession,
  type SignInMethod,
} from '../../domain/operator.ts'
import { randomToken } from '../../kit/digest.ts'
import { newId } from '../../kit/ids.ts'
import { Secret } from '../../kit/secret.ts'
import type { Write } from '../../storage/database.ts'
import { insertAudit } from '../../storage/operator-audit.ts'
import { insertSession } from '../../storage/operator-sessions.ts'
import { noteOperatorSeen } from '../../storage/operators.ts'
import type { Deps } from '../deps.ts'

export type SignedIn = {
  readonly operator: Operator
  readonly session: OperatorSession
  /** What the cookie holds; kept as a hash. */
  readonly token: Secret
}

/** How somebody proved who they are, and when; a passkey has just been used. */
export type Proof = { readonly method: SignInMethod; readonly provenAt?: number }

/** @param action what opened it, for the audit */
export async function openSession(
  deps: Deps,
  operator: Operator,
  action: AuditAction,
  from: CalledFrom,
  { method, provenAt }: Proof = { method: 'passkey' },
): Promise<{ readonly signedIn: SignedIn; readonly writes: readonly Write[] }> {
  const now = deps.clock()
  const token = new Secret(randomToken(deps.random))
  const session: OperatorSession = {
    id: newId('operator_session', now, deps.random),
    operatorId: operator.id,
    method,
    createdAt: provenAt ?? now,
    lastSeenAt: now,
    expiresAt: now + SESSION_MS,
    ipAddress: from.ipAddress,
    userAgent: from.userAgent,
  }
  return {
    signedIn: { operator: { ...operator, lastSeenAt: now }, session, token },
    writes: [
      insertSession(deps.db, { ...session, tokenHash: await hashOfToken(token) }),
      noteOperatorSeen(deps.db, operator.id, now),
      insertAudit(
        deps.db,
        auditOf(deps, operator, action, from, {
          target: operator.id,
          details: { method },
        }),
      ),
    ],
  }
}

export const auditOf = (
  deps: Deps,
  operator: AuditEntry['operator'],
  action: AuditAction,
  from: CalledFrom,
  about: Partial<Pick<AuditEntry, 'environmentId' | 'target' | 'details'>> = {},
): AuditEntry => {
  const at = deps.clock()
  return {
    id: newId('audit', at, deps.random),
    at,
    operator: operator === null ? null : { id: operator.id, name: operator.name },
    action,
    environmentId: about.environmentId ?? null,
    target: about.target ?? null,
    details: about.details ?? {},
    ipAddress: from.ipAddress,
    country: from.country,
    userAgent: from.userAgent,
  }
}
