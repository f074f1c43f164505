/** The world outside, as tests drive it: the strict provider of `global-setup.ts` and its faults. */
import { env } from 'cloudflare:workers'
import type { DocumentAnswer } from './documents.ts'

export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Record<string, string>
      readonly body?: string
    }
  | { readonly kind: 'cut_before' }
  | { readonly kind: 'cut_after' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'hold_before'; readonly name: string }
  | { readonly kind: 'hold_after'; readonly name: string }
  /** So many megabytes, packed into a thousandth. */
  | { readonly kind: 'gzip'; readonly megabytes: number }
  /** A byte now and then, and no end. */
  | { readonly kind: 'drip'; readonly everyMs: number }

export type Seen = {
  readonly tokenRequests: Readonly<Record<string, number>>
  readonly revocations: readonly string[]
  /** Every access and refresh token that the client ever got. */
  readonly tokens: readonly string[]
  /** Our own PKCE verifiers, as the provider got them. */
  readonly verifiers: readonly string[]
  /** How often a spent refresh token was sent again. */
  readonly reuses: number
  /** Requests to any other host than the provider's. */
  readonly blocked: readonly string[]
}

type GrantType = 'authorization_code' | 'refresh_token' | 'client_credentials' | 'fb_exchange_token'

export type OutsideClient = {
  readonly clientId: string
  /** The next requests of this grant type meet these, one each. */
  readonly faults: (
    grantType: GrantType | 'revocation',
    ...faults: readonly Fault[]
  ) => Promise<void>
  readonly seen: () => Promise<Seen>
  /** Requests of a grant type at the token endpoint so far. */
  readonly count: (grantType: GrantType) => Promise<number>
  readonly revokeGrants: (account: string) => Promise<void>
  readonly mint: (
    account: string,
    scope: string,
  ) => Promise<{ readonly access_token: string; readonly refresh_token: string }>
}

/** The provider's origin. */
export const outsideOrigin = (): string => {
  const [origin] = JSON.parse(env.LOOPBACK_ORIGINS) as string[]
  if (origin === undefined) throw new Error('there is no world outside')
  return origin
}

/** Makes a client known to the provider. */
export async function registerClient(client: {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** Seconds that its tokens live; an hour and a day unless told. */
  readonly ttl?: { readonly access?: number; readonly refresh?: number } | undefined
}): Promise<OutsideClient> {
  const { clientId } = client
  await control('client', {
    client_id: clientId,
    client_secret: client.clientSecret,
    redirect_uris: [client.redirectUri],
    ttl: client.ttl ?? {},
  })
  const seen = async (): Promise<Seen> => (await control('seen', { client_id: clientId })) as Seen
  return {
    clientId,
    seen,
    async faults(grantType, ...faults) {
      await control('fault', { client_id: clientId, grant_type: grantType, faults })
    },
    count: async (grantType) => (await seen()).tokenRequests[grantType] ?? 0,
    async revokeGrants(account) {
      await control('revoke_grants', { client_id: clientId, account })
    },
    mint: async (account, scope) =>
      (await control('mint', { client_id: clientId, account, scope })) as {
        access_token: string
        refresh_token: string
      },
  }
}

/** Resolves when a request has reached the hold of this name. */
export const holdReached = async (name: string): Promise<void> => {
  await control('reached', { name })
}

/** Lets the request that is held go on. */
export const releaseHold = async (name: string): Promise<void> => {
  await control('release', { name })
}

/** Whether an access token is still good at the provider. */
export const isAliveOutside = async (token: string): Promise<boolean> =>
  (await control('is_alive', { token })) === true

/** A document at an address of its own; answers come in order, the last one again and again. */
type Document = {
  readonly url: string
  readonly requests: () => Promise<number>
  readonly put: (...answers: readonly DocumentAnswer[]) => Promise<void>
}

export const putDocument = (...answers: readonly DocumentAnswer[]): Promise<Document> => {
  const name = crypto.randomUUID()
  return documentAt(name, `/documents/${name}`, answers)
}

/** The keys of a team of Cloudflare Access, whose origin the world outside is. */
export const putAccessKeys = (...answers: readonly DocumentAnswer[]): Promise<Document> =>
  documentAt('/cdn-cgi/access/certs', '/cdn-cgi/access/certs', answers)

async function documentAt(
  name: string,
  path: string,
  answers: readonly DocumentAnswer[],
): Promise<Document> {
  const put = async (...given: readonly DocumentAnswer[]) => {
    await control('document', { name, answers: given })
  }
  await put(...answers)
  return {
    url: `${outsideOrigin()}${path}`,
    requests: async () => (await control('document_requests', { name })) as number,
    put,
  }
}

/** The provider that a test is about, at its own addresses, until `end`. */
export async function openProvider(begin: {
  readonly slug: string
  readonly id: string
  readonly secret: string
  readonly redirectUri: string
  readonly config: Readonly<Record<string, string>>
}) {
  await control('provider_begin', begin)
  return {
    /** What a person does there; the callback's address. */
    consent: async (url: string, refuses = false) =>
      (await control('provider_consent', { url, refuses })) as string,
    endGrants: () => control('provider_end_grants', {}),
    seen: async () =>
      (await control('provider_seen', {})) as {
        readonly complaints: readonly string[]
        readonly hits: Readonly<Record<'token' | 'revocation' | 'account', number>>
      },
    end: () => control('provider_end', {}),
  }
}

async function control(name: string, input: Record<string, unknown>): Promise<unknown> {
  const response = await fetch(`${outsideOrigin()}/_control/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(`control ${name}: ${await response.text()}`)
  return response.json()
}
