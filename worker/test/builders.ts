/** Rows and credentials as production code makes them, without the walk that leads there. */
import { env } from 'cloudflare:workers'
import { createApiKey } from '../auth/api-key.ts'
import type { EnvironmentSettings } from '../domain/environment.ts'
import { PLAIN, UNSEEN } from '../domain/integration.ts'
import type { SealedCredential } from '../domain/grant.ts'
import { userOwner, type OwnerReference } from '../domain/owner.ts'
import { importHmacKey } from '../kit/digest.ts'
import { decodeBase64 } from '../kit/encoding.ts'
import { newId, systemRandom } from '../kit/ids.ts'
import { Secret } from '../kit/secret.ts'
import { ownerAccountsStub } from '../runtime/owner-accounts-stub.ts'
import { connectAccount, insertPendingAccount } from '../storage/connected-accounts.ts'
import { insertCredentialVersion } from '../storage/credential-versions.ts'
import { commit, openDatabase } from '../storage/database.ts'
import { apiKeys, environments } from '../storage/schema/environments.ts'
import { tellAccount } from '../use-cases/accounts/account-event.ts'
import { sealTokens } from '../vault/credential-vault.ts'
import { keyIdOf } from '../vault/envelope.ts'
import { parseKeyring, type Keyring } from '../vault/keyring.ts'

export type SeededEnvironment = {
  readonly id: string
  readonly kind: 'sandbox' | 'production'
  readonly keyId: string
  readonly apiKey: string
}

/** An environment with one API key. */
export async function insertEnvironment(options: {
  readonly kind?: 'sandbox' | 'production' | undefined
  readonly name?: string | undefined
  readonly allowedOrigins?: readonly string[] | undefined
  readonly returnUrls?: readonly string[] | undefined
  readonly settings?: EnvironmentSettings | undefined
}): Promise<SeededEnvironment> {
  const db = openDatabase(env.DB)
  const now = Date.now()
  const kind = options.kind ?? 'sandbox'
  const id = newId('environment', now)
  const pepper = await importHmacKey(decodeBase64(env.API_KEY_PEPPER) as Uint8Array<ArrayBuffer>)
  const made = await createApiKey(systemRandom, kind === 'sandbox' ? 'test' : 'live', pepper)
  await commit(db, [
    db.insert(environments).values({
      id,
      name: options.name ?? 'Test app',
      kind,
      allowedOrigins: options.allowedOrigins ?? [],
      returnUrls: options.returnUrls ?? [],
      settings: options.settings ?? {},
      createdAt: now,
      updatedAt: now,
    }),
    db.insert(apiKeys).values({
      id: made.id,
      environmentId: id,
      name: 'Test key',
      mac: made.mac,
      createdAt: now,
      expiresAt: null,
      revokedAt: null,
      lastUsedOn: null,
    }),
  ])
  return { id, kind, keyId: made.id, apiKey: made.key.reveal() }
}

export type NewConnection = {
  readonly environment: SeededEnvironment
  readonly integrationId: string
  readonly slug: string
  readonly clientVersionId: string | null
  readonly userId: string
  readonly organizationId?: string | null | undefined
  readonly accessToken: string
  readonly refreshToken: string | null
  /** From now; negative: expired already; null: does not expire. */
  readonly expiresInSeconds: number | null
  /** The whole life of the access token, an hour unless told. */
  readonly lifetimeSeconds?: number | undefined
  readonly scopes: readonly string[]
  readonly accountIdentifier?: string | null | undefined
  readonly accountDisplayName?: string | null | undefined
  /** `add`: beside the connections that the owner has. */
  readonly intent?: 'add' | undefined
  /** Another ring than the deployment's. */
  readonly keyring?: Keyring | undefined
}

export type Connection = {
  readonly accountId: string
  readonly grantId: string
  readonly userId: string
  readonly reference: OwnerReference
  readonly slug: string
}

export function testKeyring(text: string = env.VAULT_KEYRING): Keyring {
  const keyring = parseKeyring(text)
  if (!keyring.ok) throw new Error(keyring.failure.reason)
  return keyring.value
}

/** Seals, records and installs a credential, in the order in which a completed attempt does. */
export async function installConnection(input: NewConnection): Promise<Connection> {
  const db = openDatabase(env.DB)
  const now = Date.now()
  const environmentId = input.environment.id
  const accountId = newId('data_installation', now)
  const grantId = newId('grant', now)
  const reference: OwnerReference = {
    environmentId,
    environmentKind: input.environment.kind,
    integrationId: input.integrationId,
    owner: userOwner(input.userId, input.organizationId),
  }
  const sealed = await sealTokens(
    input.keyring ?? testKeyring(),
    { environmentId, accountId, grantId, epoch: 1 },
    {
      accessToken: new Secret(input.accessToken),
      refreshToken: input.refreshToken === null ? null : new Secret(input.refreshToken),
    },
  )
  if (!sealed.ok) throw new Error(sealed.failure.kind)
  const expiresAt = input.expiresInSeconds === null ? null : now + input.expiresInSeconds * 1000
  const credential: SealedCredential = {
    ...sealed.value,
    grantId,
    epoch: 1,
    expiresAt,
    refreshExpiresAt: null,
    obtainedAt: expiresAt === null ? now : expiresAt - (input.lifetimeSeconds ?? 3600) * 1000,
    scopes: input.scopes,
    metadata: {},
  }
  const account = {
    id: accountId,
    environmentId,
    integrationId: input.integrationId,
    slug: input.slug,
    owner: reference.owner,
    role: input.intent === 'add' ? ('standard' as const) : ('compatibility' as const),
    authMethod: 'oauth' as const,
    config: {},
    clientId: null,
    secretLastFour: null,
    state: 'connected' as const,
    reason: null,
    grantId,
    clientVersionId: input.clientVersionId,
    scopes: input.scopes,
    accountIdentifier: input.accountIdentifier ?? null,
    accountDisplayName: input.accountDisplayName ?? null,
    ...PLAIN,
    sequence: 0,
    care: UNSEEN,
    createdAt: now,
    updatedAt: now,
  }
  const keyId = keyIdOf(credential.wrappedKey) ?? ''
  await commit(db, [
    insertPendingAccount(db, account, keyId),
    insertCredentialVersion(db, { environmentId, accountId }, credential),
  ])
  const { clientVersionId, slug } = input
  const object = ownerAccountsStub(env, reference)
  const installed = await object.install({
    v: 1,
    reference,
    slug,
    accountId,
    credential,
    clientVersionId,
    knownSequence: 0,
    intent: input.intent,
    accountIdentifier: account.accountIdentifier,
    accountDisplayName: account.accountDisplayName,
  })
  if (installed.kind !== 'installed') throw new Error('the object holds a newer grant')
  const { sequence, role = account.role } = installed
  await commit(db, [
    connectAccount(db, { ...account, sequence, role }, keyId, now),
    ...tellAccount(db, { ...account, accountId, sequence }),
  ])
  return { accountId, grantId, userId: input.userId, reference, slug }
}
