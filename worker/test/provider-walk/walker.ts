/** One of our definitions and one documented server, and the steps that lead from one to the other. */
import { EgressUnanswered, type Egress } from '../../kit/safe-fetch.ts'
import { secret, type Secret } from '../../kit/secret.ts'
import { buildAuthorizationUrl } from '../../oauth/authorization-url.ts'
import { readAuthorizationResponse } from '../../oauth/authorization-response.ts'
import type { CallbackWords } from '../../oauth/callback-words.ts'
import { createPkcePair } from '../../oauth/pkce.ts'
import { exchangeCode, refreshTokens } from '../../oauth/token-client.ts'
import type { TokenFailure } from '../../oauth/token-failure.ts'
import type { TokenSet } from '../../oauth/token-set.ts'
import { effectiveConfig } from '../../providers/config-fields.ts'
import { speaksOAuth } from '../../providers/definition.ts'
import type { OAuthProvider, ProviderDefinition, StringRecord } from '../../providers/definition.ts'
import { fillConfig, unfilledKey } from '../../providers/fill-config.ts'
import type { Documented } from '../documented/kit/documented.ts'
import type { Consent } from '../documented/kit/serve-consent.ts'
import { serve, type Client, type Served } from '../documented/kit/serve.ts'

/** What differs between a page and the documentation. */
export class WalkFailed extends Error {
  override readonly name = 'WalkFailed'
}

export function expect(holds: boolean, says: string): asserts holds {
  if (!holds) throw new WalkFailed(says)
}

export const same = (what: string, ours: unknown, theirs: unknown): void => {
  const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)]
  expect(one === other, `${what}: ${one ?? 'nothing'}, documented is ${other ?? 'nothing'}`)
}

// With characters that an encoding would change, as real ids and secrets have them.
const CLIENT: Client = {
  id: 'client-1.~_x',
  secret: 's3cret-4.~_y',
  redirectUri: 'https://pipes.example/callback?x=1',
}
const STATE = 'state-1'

export type Outcome = { readonly tokens: TokenSet } | { readonly failure: TokenFailure }

export class Walker {
  readonly definition: OAuthProvider
  readonly documented: Documented
  readonly served: Served
  readonly #egress: Egress

  constructor(given: ProviderDefinition, documented: Documented) {
    this.documented = documented
    this.definition = filled(given, documented.config?.values ?? {})
    this.served = serve(documented, CLIENT, { now: 1_700_000_000_000 })
    this.#egress = egressTo(this.served)
  }

  get now(): number {
    return this.served.clock.now
  }

  get egress(): Egress {
    return this.#egress
  }

  get client() {
    return { clientId: CLIENT.id, clientSecret: secret(CLIENT.secret) }
  }

  wait(seconds: number): void {
    this.served.clock.now += seconds * 1000
  }

  /** Up to the callback's judgement. */
  async consent(scopes: readonly string[], consent: Consent = {}) {
    const { codeVerifier, codeChallenge } = await createPkcePair()
    const url = buildAuthorizationUrl(this.definition, {
      clientId: CLIENT.id,
      redirectUri: CLIENT.redirectUri,
      state: STATE,
      scopes,
      codeChallenge,
    })
    const back = this.served.consent(url.href, consent)
    this.content()
    const read = readAuthorizationResponse(this.definition, CLIENT.id, back, STATE)
    return { read, codeVerifier }
  }

  async connect(
    scopes: readonly string[] = this.definition.oauth.scopes.default,
    consent: Consent = {},
  ): Promise<TokenSet> {
    const came = await this.consent(scopes, consent)
    const { read, codeVerifier } = came
    if (!read.ok) throw new WalkFailed(`the callback is refused: ${read.failure.kind}`)
    const outcome = await this.exchange(read.value.code, codeVerifier, this.client, read.value.told)
    this.content()
    return tokensOf(outcome)
  }

  async exchange(code: Secret, codeVerifier = code, client = this.client, told?: CallbackWords) {
    const outcome = await exchangeCode(this.#egress, this.definition, client, {
      code,
      codeVerifier,
      ...(told === undefined ? {} : { told }),
      redirectUri: CLIENT.redirectUri,
      now: this.now,
    })
    return outcome.ok ? { tokens: outcome.value } : { failure: outcome.failure }
  }

  async refresh(token: Secret, client = this.client): Promise<Outcome> {
    const outcome = await refreshTokens(this.#egress, this.definition, client, token, this.now)
    return outcome.ok ? { tokens: outcome.value } : { failure: outcome.failure }
  }

  /** @throws when the server had anything to say about our requests */
  content(): void {
    expect(this.served.complaints.length === 0, this.served.complaints.join('; '))
  }
}

export function tokensOf(outcome: Outcome): TokenSet {
  if ('tokens' in outcome) return outcome.tokens
  const { kind, code } = outcome.failure
  throw new WalkFailed(`no token: ${kind}, ${code}`)
}

function filled(given: ProviderDefinition, values: StringRecord): OAuthProvider {
  const ready = fillConfig(given, effectiveConfig(given.configFields, values))
  if (!ready.ok) throw new WalkFailed(`config: ${ready.failure.key} does not fit`)
  expect(speaksOAuth(ready.value), 'it does not speak OAuth')
  const unfilled = unfilledKey(ready.value)
  expect(unfilled === undefined, `config: nobody says ${unfilled}`)
  return ready.value
}

const egressTo =
  (served: Served): Egress =>
  async ({ url, method, headers, body }) => {
    const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
    // A body of text has no type of its own here.
    if (!headers.has('content-type')) request.headers.delete('content-type')
    try {
      const response = await served.fetch(request)
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (error) {
      if (error instanceof TypeError) throw new EgressUnanswered('network')
      throw error
    }
  }
