/** What a use-case may reach. Built in one place (`runtime/create-deps.ts`), passed as an argument. */
import type { KeyVerifier } from '../auth/api-key.ts'
import type { AccessApplication } from '../domain/access.ts'
import type { Environment } from '../domain/environment.ts'
import type {
  CareOutcome,
  CareRequest,
  CommitOutcome,
  CommitRequest,
  DisconnectOutcome,
  DisconnectRequest,
  InstallOutcome,
  InstallRequest,
  PreferOutcome,
  PreferRequest,
  ReadOutcome,
  RefusalRequest,
  RejectOutcome,
  RejectRequest,
  RewrapOutcome,
  VendOutcome,
  VendRequest,
} from '../domain/object-messages.ts'
import type { OwnerReference } from '../domain/owner.ts'
import type { RateLimited } from '../domain/rate-limit.ts'
import type { Timings } from '../domain/timings.ts'
import type { KeySnapshot } from '../domain/vend-check.ts'
import type { Clock } from '../kit/clock.ts'
import type { Random } from '../kit/ids.ts'
import type { Logger } from '../kit/log.ts'
import type { PublicUrlOptions } from '../kit/public-url.ts'
import type { Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import type { ByteEgress, Egress } from '../kit/safe-fetch.ts'
import type { EndpointOverrides } from '../providers/definition.ts'
import type { SandboxProvider } from '../sandbox-provider/sandbox-provider.ts'
import type { Database, Write } from '../storage/database.ts'
import type { SnapshotCopies } from '../storage/vend-checks.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { IssuerKeys } from './tokens/issuer-keys.ts'
import type { VendChecks } from './tokens/vend-checks.ts'

/** The owner's Durable Object, as its callers see it. */
export type OwnerAccountsPort = {
  vend(request: VendRequest): Promise<VendOutcome>
  read(request: VendRequest): Promise<ReadOutcome>
  install(request: InstallRequest): Promise<InstallOutcome>
  commit(request: CommitRequest): Promise<CommitOutcome>
  refuse(request: RefusalRequest): Promise<void>
  disconnect(request: DisconnectRequest): Promise<DisconnectOutcome>
  prefer(request: PreferRequest): Promise<PreferOutcome>
  reject(request: RejectRequest): Promise<RejectOutcome>
  care(request: CareRequest): Promise<CareOutcome>
  rewrap(request: CareRequest): Promise<RewrapOutcome>
}

export type OAuthClientSecret = { readonly clientId: string; readonly clientSecret: string | null }

/** The OAuth provider inside this Worker, for sandbox environments. */
export type SandboxProviderPort = {
  /** Our client there; each environment has its own. */
  readonly clientOf: (environmentId: string) => Promise<OAuthClientSecret>
  /** Answers what a client sends: token, revoke, userinfo, api. */
  readonly fetch: (request: Request) => Promise<Response>
  /** What its operator and its consent page call; a fresh stub on every call. */
  readonly object: (environmentId: string) => SandboxProviderObject
}

export type SandboxProviderObject = Pick<
  DurableObjectStub<SandboxProvider>,
  'consent' | 'script' | 'account' | 'revokeAccount' | 'restoreAccount'
>

export type Deps = {
  readonly publicUrl: string
  /** Makes the first operator of the dashboard; null: nobody can. */
  readonly setupToken: Secret | null
  /** Cloudflare Access, where it signs operators in; null: passkeys do. */
  readonly access: AccessApplication | null
  readonly timings: Timings
  readonly db: Database
  readonly copies: SnapshotCopies
  readonly vendChecks: VendChecks
  /** The public keys of those who sign users' tokens. */
  readonly issuerKeys: IssuerKeys
  readonly keyring: Keyring
  readonly verifyKey: KeyVerifier
  /** The ring key that is not the one it should be; null when none is known to be. */
  readonly wrongKey: () => Promise<string | null>
  /** Whether this is a living pass of whoever runs the deployment. */
  readonly verifyOperator: (presented: string) => Promise<boolean>
  /** The HMAC key of API keys, imported when it is first needed. */
  readonly pepper: () => Promise<CryptoKey>
  /** Counts a request of a key; a verified one, or anybody could use up somebody else's. */
  readonly rateLimit: (keyId: string, now: number) => Result<null, RateLimited>
  /** How often an integration's provider may be asked about its client. */
  readonly checkLimit: (integrationId: string, now: number) => Result<null, RateLimited>
  /** Notes the day of a key's use, behind the answer. */
  readonly noteKeyUse: (key: KeySnapshot) => void
  readonly sharedClients: ReadonlyMap<string, OAuthClientSecret>
  readonly sandboxProvider: SandboxProviderPort
  readonly endpointOverrides: Readonly<Record<string, EndpointOverrides>>
  /** Of one integration, in one run of the cron job. */
  readonly keepAlivesPerRun: number
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  /** Outgoing requests; loopback is admitted for sandboxes only, and only where configured. */
  readonly egressFor: (environmentKind: Environment['kind']) => Egress
  /** The same for a picture, and for no more than one may weigh. */
  readonly pictureEgressFor: (environmentKind: Environment['kind']) => ByteEgress
  /** Which addresses an operator of such an environment may name. */
  readonly urlOptions: (environmentKind: Environment['kind']) => PublicUrlOptions
  /** A fresh stub on every call: one that has thrown is broken. */
  readonly ownerAccounts: (reference: OwnerReference) => OwnerAccountsPort
  /** A public file: the widget's script, an icon. */
  readonly readAsset: (pathname: string, headers: Headers) => Promise<Response>
  /** Goes on after the answer. */
  readonly waitUntil: (work: Promise<unknown>) => void
  /** Goes into the batch of the change, such as who it was that changed it. */
  readonly alongside?: readonly Write[]
}
