import type { Environment } from '../../domain/environment.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'

/** Whose object an attempt will end in. */
export const referenceOfAttempt = (
  attempt: ConnectAttempt,
  environment: Environment,
): OwnerReference => ({
  environmentId: attempt.environmentId,
  environmentKind: environment.kind,
  integrationId: attempt.dataIntegrationId,
  owner: {
    kind: attempt.ownerKind,
    userId: attempt.ownerKind === 'user' ? attempt.userId : '',
    organizationId: attempt.organizationId === '' ? null : attempt.organizationId,
  },
})
