/** What an owner's object reads from D1 and writes to it: the empty start, the escrow, the projection. */
import { UNTROUBLED, versionOf } from '../domain/account-record.ts'
import { observe, type CareRules } from '../domain/care.ts'
import type { ConnectionLabel } from '../domain/connections.ts'
import type { AccountRecord, AccountStatus, SealedCredential } from '../domain/grant.ts'
import type { ConnectedAccount } from '../domain/integration.ts'
import type { OwnerReference } from '../domain/owner.ts'
import type { Result } from '../kit/result.ts'
import { timeOfId } from '../kit/ids.ts'
import { careRulesOf } from '../providers/care-rules.ts'
import { connectionsOf, projectAccount } from '../storage/connected-accounts.ts'
import { claimCompatibility } from '../storage/connection-slots.ts'
import { insertAudit } from '../storage/operator-audit.ts'
import { recordObservation } from '../storage/observations.ts'
import { insertRevocation } from '../storage/revocations.ts'
import { integrationById } from '../storage/data-integrations.ts'
import { newestCredential } from '../storage/credential-versions.ts'
import { commit } from '../storage/database.ts'
import type { Deps } from '../use-cases/deps.ts'
import { tellAccount } from '../use-cases/accounts/account-event.ts'
import { resolveDefinition } from '../use-cases/data-integrations/resolve-client.ts'
import { tryRepeatedly } from '../use-cases/tokens/try-repeatedly.ts'
import { keyIdOf } from '../vault/envelope.ts'
import { underActiveKey } from '../vault/rewrap.ts'
import type { Whose } from './object-parts.ts'

type Silent = { readonly kind: 'storage_unavailable' }
const silent = { ok: false, failure: { kind: 'storage_unavailable' } } as const

/** The records of an owner's connections as D1 remembers them, for an object that has nothing. */
export async function hydrateAccounts(
  deps: Deps,
  request: Whose,
): Promise<Result<readonly AccountRecord[], Silent>> {
  const { environmentId, integrationId } = request.reference
  const found = await ask(deps, async () => {
    const accounts = await connectionsOf(deps.db, request.reference)
    if (accounts.length === 0) return []
    const [integration, credentials] = await Promise.all([
      integrationById(deps.db, environmentId, integrationId),
      Promise.all(
        accounts.map(({ id: accountId, grantId }) =>
          storedCredential(deps, { environmentId, accountId, grantId }),
        ),
      ),
    ])
    const definition = resolveDefinition(deps, request.slug, integration?.custom?.definition)
    const rules = definition === undefined ? null : careRulesOf(definition)
    return accounts.flatMap((account, index) => {
      const credential = credentials[index]
      return credential === undefined ? [] : [hydrated(request, account, credential, rules)]
    })
  })
  if (!found.ok) deps.log.warn('hydrate_failed', { error_name: nameOf(found.failure) })
  return found.ok ? found : silent
}

/** Who an owner's connections are at their provider, as D1 remembers it. */
export async function connectionLabels(
  deps: Deps,
  reference: OwnerReference,
): Promise<Result<readonly ConnectionLabel[], Silent>> {
  const found = await ask(deps, () => connectionsOf(deps.db, reference))
  return found.ok ? found : silent
}

const hydrated = (
  { reference, slug }: Whose,
  account: ConnectedAccount & { readonly state: AccountStatus },
  credential: SealedCredential,
  rules: CareRules | null,
): AccountRecord => ({
  version: versionOf(account.role),
  accountId: account.id,
  reference,
  slug,
  role: account.role,
  preferred: account.preferred,
  accountIdentifier: account.accountIdentifier,
  accountDisplayName: account.accountDisplayName,
  authMethod: account.authMethod,
  config: account.config,
  status: account.state,
  reason: account.reason,
  sequence: account.sequence,
  projected: account.sequence,
  projectedStatus: account.state,
  credential,
  newestGrantId: credential.grantId,
  clientVersionId: account.clientVersionId,
  sealedClient: null,
  ...UNTROUBLED,
  rules,
  grantedAt: timeOfId(credential.grantId) ?? account.createdAt,
  lastUsedAt: account.care.lastUsedAt,
  rejectedAt: null,
  revoking: null,
  endedAt: null,
  createdAt: account.createdAt,
})

/** The newest credential of the record's grant in the second sink. */
export async function newestEscrow(
  deps: Deps,
  record: AccountRecord,
): Promise<Result<SealedCredential | undefined, Silent>> {
  const found = await ask(deps, () =>
    storedCredential(deps, {
      environmentId: record.reference.environmentId,
      accountId: record.accountId,
      grantId: record.credential?.grantId ?? '',
    }),
  )
  if (!found.ok) {
    deps.log.warn('escrow_unreadable', {
      account_id: record.accountId,
      error_name: nameOf(found.failure),
    })
  }
  return found.ok ? found : silent
}

/** What D1 has of a grant, as an object may keep it. */
async function storedCredential(
  { db, keyring }: Deps,
  at: Parameters<typeof newestCredential>[1],
): Promise<SealedCredential | undefined> {
  const stored = await newestCredential(db, at)
  if (stored === undefined) return undefined
  const scope = { environmentId: at.environmentId, subject: at.accountId }
  return underActiveKey(keyring, stored, scope)
}

/** Asks D1 once, and no longer than a sink may take: callers wait for this. */
const ask = <T>(deps: Deps, work: () => Promise<T>): Promise<Result<T, unknown>> =>
  tryRepeatedly(1, { clock: deps.clock, deadlineMs: deps.timings.sinkDeadlineMs }, work)

/** Tells D1 of a decision: the account's row and its event in one batch. False when D1 is silent. */
export async function projectDecision(deps: Deps, record: AccountRecord): Promise<boolean> {
  const now = deps.clock()
  const { accountId, reference, role, sequence } = record
  const { environmentId } = reference
  const at = { environmentId, accountId }
  // Whose it is D1 learns with the grant, and each index that holds it is written once.
  const isNew = record.projectedStatus === null
  const row = projectAccount(
    deps.db,
    {
      accountId,
      environmentId,
      ...(isNew
        ? {
            role,
            accountIdentifier: record.accountIdentifier,
            accountDisplayName: record.accountDisplayName,
          }
        : {}),
      status: record.status,
      preferred: record.preferred,
      reason: record.reason,
      sequence,
      scopes: record.credential?.scopes ?? [],
      grantId: record.credential?.grantId ?? null,
      clientVersionId: record.clientVersionId,
      objectKeyId:
        record.credential === null ? null : (keyIdOf(record.credential.wrappedKey) ?? null),
    },
    now,
  )
  try {
    const isNews = record.projectedStatus !== record.status
    await commit(deps.db, [
      ...(isNew && role === 'compatibility'
        ? [claimCompatibility(deps.db, reference, { accountId, sequence, ifPending: true }, now)]
        : []),
      row,
      recordObservation(deps.db, at, observe(record, deps.timings, now)),
      ...(isNews
        ? tellAccount(deps.db, {
            accountId,
            environmentId,
            integrationId: reference.integrationId,
            slug: record.slug,
            owner: reference.owner,
            scopes: record.credential?.scopes ?? [],
            state: record.status,
            sequence,
            createdAt: record.createdAt,
            updatedAt: now,
          })
        : []),
      ...(record.decidedBy === undefined ? [] : [insertAudit(deps.db, record.decidedBy)]),
      ...(record.revoking === null
        ? []
        : [
            insertRevocation(deps.db, {
              reference,
              slug: record.slug,
              grant: record.revoking,
              cause: 'disconnected',
              now,
            }),
          ]),
    ])
    deps.log.info('account_decided', {
      account_id: accountId,
      environment_id: environmentId,
      outcome: record.status,
      code: record.reason ?? undefined,
    })
    return true
  } catch (error) {
    deps.log.warn('projection_failed', {
      account_id: accountId,
      error_name: nameOf(error),
    })
    return false
  }
}

/** Tells D1 how an account fares. Lost reports do no harm: the cron job asks again. */
export async function reportObservation(deps: Deps, record: AccountRecord): Promise<void> {
  const at = { environmentId: record.reference.environmentId, accountId: record.accountId }
  try {
    const observation = observe(record, deps.timings, deps.clock())
    await commit(deps.db, [recordObservation(deps.db, at, observation)])
  } catch (error) {
    deps.log.info('report_failed', { account_id: record.accountId, error_name: nameOf(error) })
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
