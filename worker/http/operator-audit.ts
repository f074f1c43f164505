/** Who does it, written in the batch of what is done. */
import type { AuditAction, AuditEntry } from '../domain/audit.ts'
import { insertAudit } from '../storage/operator-audit.ts'
import type { Deps } from '../use-cases/deps.ts'
import { auditOf } from '../use-cases/operators/open-session.ts'
import { calledFrom } from './called-from.ts'
import type { AppContext } from './context.ts'
import { signedIn } from './middleware/needs-operator.ts'

/** @returns the dependencies with an entry that goes along with the next change */
export function audited(
  c: AppContext,
  action: AuditAction,
  about: Partial<Pick<AuditEntry, 'environmentId' | 'target' | 'details'>> = {},
): Deps {
  const { deps } = c.var
  return { ...deps, alongside: [insertAudit(deps.db, auditEntry(c, action, about))] }
}

/** The entry by itself, for what is done elsewhere first. */
export const auditEntry = (
  c: AppContext,
  action: AuditAction,
  about: Partial<Pick<AuditEntry, 'environmentId' | 'target' | 'details'>> = {},
): AuditEntry => auditOf(c.var.deps, signedIn(c).operator, action, calledFrom(c), about)

/** Which fields a change names, for the audit: never what they are set to. */
export const fieldsOf = (body: object): { readonly fields: readonly string[] } => ({
  fields: Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name])),
})
