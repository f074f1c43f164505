/** What an owner's object reads from D1 and writes to it: the empty start, the escrow, the projection. */
import { UNTROUBLED } from '../domain/account-record.ts'
import { observe, type CareRules } from '../domain/care.ts'
import { eventIdOf, type Event, type EventName } from '../domain/event.ts'
import type { AccountRecord, AccountStatus, SealedCredential } from '../domain/grant.ts'
import type { ConnectedAccount } from '../domain/integration.ts'
import type { Result } from '../kit/result.ts'
import { timeOfId } from '../kit/ids.ts'
import { careRulesOf } from '../providers/care-rules.ts'
import { liveAccount, projectAccount } from '../storage/connected-accounts.ts'
import { recordObservation } from '../storage/observations.ts'
import { insertRevocation } from '../storage/revocations.ts'
import { integrationById } from '../storage/data-integrations.ts'
import { newestCredential } from '../storage/credential-versions.ts'
import { commit } from '../storage/database.ts'
import { insertEvent } from '../storage/events.ts'
import type { Deps } from '../use-cases/deps.ts'
import { accountEventData } from '../use-cases/accounts/account-event.ts'
import { resolveDefinition } from '../use-cases/data-integrations/resolve-client.ts'
import { tryRepeatedly } from '../use-cases/tokens/try-repeatedly.ts'
import { keyIdOf } from '../vault/envelope.ts'
import { underActiveKey } from '../vault/rewrap.ts'
import type { Whose } from './object-parts.ts'

type Silent = { readonly kind: 'storage_unavailable' }
const silent = { ok: false, failure: { kind: 'storage_unavailable' } } as const

/** The record of an account as D1 remembers it, for an object that has nothing. */
export async function hydrateAccount(
  deps: Deps,
  request: Whose,
): Promise<Result<AccountRecord | undefined, Silent>> {
  const found = await ask(deps, async () => {
    const account = await liveAccount(deps.db, request.reference)
    if (account === undefined || account.state === 'pending') return undefined
    const { environmentId, id: accountId, grantId } = account
    const [credential, integration] = await Promise.all([
      storedCredential(deps, { environmentId, accountId, grantId }),
      integrationById(deps.db, environmentId, request.reference.integrationId),
    ])
    if (credential === undefined) return undefined
    const definition = resolveDefinition(deps, request.slug, integration?.custom?.definition)
    const rules = definition === undefined ? null : careRulesOf(definition)
    return hydrated(request, { ...account, state: account.state }, credential, rules)
  })
  if (!found.ok) deps.log.warn('hydrate_failed', { error_name: nameOf(found.failure) })
  return found.ok ? found : silent
}

const hydrated = (
  { reference, slug }: Whose,
  account: ConnectedAccount & { readonly state: AccountStatus },
  credential: SealedCredential,
  rules: CareRules | null,
): AccountRecord => ({
  version: 1,
  accountId: account.id,
  reference,
  slug,
  role: account.role,
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

const EVENT_OF: Readonly<Record<AccountStatus, EventName>> = {
  connected: 'pipes.connected_account.connected',
  needs_reauthorization: 'pipes.connected_account.reauthorization_needed',
  disconnected: 'pipes.connected_account.disconnected',
}

/** Tells D1 of a decision: the account's row and its event in one batch. False when D1 is silent. */
export async function projectDecision(deps: Deps, record: AccountRecord): Promise<boolean> {
  const now = deps.clock()
  const { environmentId } = record.reference
  const at = { environmentId, accountId: record.accountId }
  const event: Event = {
    id: eventIdOf(record.accountId, record.sequence),
    environmentId,
    name: EVENT_OF[record.status],
    data: accountEventData({
      accountId: record.accountId,
      integrationId: record.reference.integrationId,
      slug: record.slug,
      owner: record.reference.owner,
      scopes: record.credential?.scopes ?? [],
      state: record.status,
      createdAt: record.createdAt,
      updatedAt: now,
    }),
    createdAt: now,
  }
  const row = projectAccount(
    deps.db,
    {
      accountId: record.accountId,
      environmentId,
      status: record.status,
      reason: record.reason,
      sequence: record.sequence,
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
      row,
      recordObservation(deps.db, at, observe(record, deps.timings, now)),
      ...(isNews ? [insertEvent(deps.db, event)] : []),
      ...(record.revoking === null
        ? []
        : [
            insertRevocation(deps.db, {
              reference: record.reference,
              slug: record.slug,
              grant: record.revoking,
              cause: 'disconnected',
              now,
            }),
          ]),
    ])
    deps.log.info('account_decided', {
      account_id: record.accountId,
      environment_id: environmentId,
      outcome: record.status,
      code: record.reason ?? undefined,
    })
    return true
  } catch (error) {
    deps.log.warn('projection_failed', {
      account_id: record.accountId,
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
