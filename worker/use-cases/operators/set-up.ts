/** The first operator: whoever has the deployment's set-up token. It works once, and only while there is nobody. */
import { hashOfToken, isSameToken } from '../../auth/operator-token.ts'
import type { CalledFrom } from '../../domain/audit.ts'
import { MAX_SETUP_FAILURES } from '../../domain/operator.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { commit } from '../../storage/database.ts'
import { insertAudit } from '../../storage/operator-audit.ts'
import {
  countSetupFailure,
  demandUnlocked,
  setupFailuresOf,
  spendSetupToken,
} from '../../storage/operator-passkeys.ts'
import { hasOperators, insertFounder } from '../../storage/operators.ts'
import type { Deps } from '../deps.ts'
import { wasSpent, type Ceremony } from './ceremony.ts'
import { auditOf, type SignedIn } from './open-session.ts'
import {
  beginRegistration,
  registerOperator,
  type Registration,
  type RegistrationFailure,
} from './register.ts'

export type SetUpFailure =
  | { readonly kind: 'already_set_up' }
  | { readonly kind: 'setup_locked' }
  | { readonly kind: 'setup_token_invalid' }
  | RegistrationFailure

/** Whether the dashboard is there, and whether it waits for its first operator. */
export async function dashboardState(deps: Deps): Promise<'none' | 'set_up' | 'ready'> {
  // Access lets in whom the configuration names, before there is anybody.
  if (deps.access !== null || (await hasOperators(deps.db))) return 'ready'
  return deps.setupToken === null ? 'none' : 'set_up'
}

export async function beginSetUp(
  deps: Deps,
  presented: Secret,
  name: string,
  from: CalledFrom,
): Promise<Result<Ceremony, SetUpFailure>> {
  const admitted = await admit(deps, presented, from)
  return admitted.ok ? ok(await beginRegistration(deps, 'set_up', name)) : admitted
}

/** Of fifty at once one becomes the owner: the founder's row is unique, and a batch is all or nothing. */
export async function finishSetUp(
  deps: Deps,
  presented: Secret,
  registration: Registration,
): Promise<Result<SignedIn, SetUpFailure>> {
  const admitted = await admit(deps, presented, registration.from)
  if (!admitted.ok) return admitted
  const registered = await registerOperator(deps, 'set_up', 'owner', registration)
  if (!registered.ok) return registered
  const { operator, challenge, signedIn, writes } = registered.value
  try {
    await commit(deps.db, [
      insertFounder(deps.db, operator),
      spendSetupToken(deps.db, admitted.value.tokenHash),
      ...writes,
    ])
  } catch (error) {
    if (await hasOperators(deps.db)) return fail({ kind: 'already_set_up' })
    if (await wasSpent(deps, challenge)) return fail({ kind: 'challenge_expired' })
    throw error
  }
  deps.log.info('dashboard_set_up')
  return ok(signedIn)
}

/** A wrong token is counted under the right one, so that the count begins anew with another right one. */
async function admit(
  deps: Deps,
  presented: Secret,
  from: CalledFrom,
): Promise<Result<{ readonly tokenHash: string }, SetUpFailure>> {
  if (deps.setupToken === null) return fail({ kind: 'already_set_up' })
  const tokenHash = await hashOfToken(deps.setupToken)
  const isLocked = async () => (await setupFailuresOf(deps.db, tokenHash)) >= MAX_SETUP_FAILURES
  // In this order: a token that somebody has just used is locked, too, but not because it was missed.
  const wasLocked = await isLocked()
  if (await hasOperators(deps.db)) return fail({ kind: 'already_set_up' })
  if (wasLocked) return fail({ kind: 'setup_locked' })
  if (await isSameToken(presented, deps.setupToken)) return ok({ tokenHash })
  try {
    await commit(deps.db, [
      demandUnlocked(deps.db, tokenHash),
      countSetupFailure(deps.db, tokenHash),
      insertAudit(deps.db, auditOf(deps, null, 'setup_token.missed', from)),
    ])
  } catch (error) {
    if (await isLocked()) return fail({ kind: 'setup_locked' })
    throw error
  }
  deps.log.warn('setup_token_missed')
  return fail({ kind: 'setup_token_invalid' })
}
