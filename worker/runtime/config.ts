/** The environment's variables as typed configuration. What is missing is named; nothing starts without it. */
import * as v from 'valibot'
import type { AccessApplication } from '../domain/access.ts'
import type { RateLimit } from '../domain/rate-limit.ts'
import { areSound, DEFAULT_TIMINGS, type Timings } from '../domain/timings.ts'
import { decodeBase64 } from '../kit/encoding.ts'
import type { LogLevel } from '../kit/log.ts'
import { Secret } from '../kit/secret.ts'
import type { EndpointOverrides } from '../providers/definition.ts'
import type { OAuthClientSecret } from '../use-cases/deps.ts'
import { parseKeyring, type Keyring } from '../vault/keyring.ts'
import { readAccess } from './access-config.ts'

export type Config = {
  /** Without it the address of the request is used. */
  readonly publicUrl: string | null
  readonly keyring: Keyring
  readonly pepper: Uint8Array<ArrayBuffer>
  /** Makes the first operator of the dashboard; null: nobody can. */
  readonly setupToken: Secret | null
  /** Null: operators sign in with passkeys. */
  readonly access: AccessApplication | null
  readonly sharedClients: ReadonlyMap<string, OAuthClientSecret>
  readonly endpointOverrides: Readonly<Record<string, EndpointOverrides>>
  readonly loopbackOrigins: readonly string[]
  readonly timings: Timings
  readonly keepAlivesPerRun: number
  readonly rateLimit: RateLimit
  readonly logLevel: LogLevel
}

/** Why the Worker cannot work. The message names a variable, never its value. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid'
}

const sharedClientsShape = v.record(
  v.string(),
  v.object({ client_id: v.string(), client_secret: v.optional(v.string()) }),
)
const overridesShape = v.record(
  v.string(),
  v.partial(
    v.object({
      authorizationUrl: v.string(),
      tokenUrl: v.string(),
      userinfoUrl: v.string(),
      revocationUrl: v.string(),
      issuer: v.string(),
    }),
  ),
)
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0))
const timingsShape = v.partial(
  v.object({
    usableMarginMs: milliseconds,
    refreshMarginMs: milliseconds,
    leaseMs: milliseconds,
    providerDeadlineMs: milliseconds,
    sinkDeadlineMs: milliseconds,
    callerWaitMs: milliseconds,
    minRefreshIntervalMs: milliseconds,
    keepAliveMs: milliseconds,
  }),
)
const levelShape = v.picklist(['debug', 'info', 'warn', 'error', 'silent'])

const PEPPER_BYTES = 32
// Random characters that nobody guesses, also not many at once.
const MIN_SETUP_TOKEN = 32

/** Secrets that a deployment may leave out. */
type Optional = { readonly SETUP_TOKEN?: string }

/** @throws ConfigInvalid naming the variable */
export function readConfig(env: Env): Config {
  const timings = {
    ...DEFAULT_TIMINGS,
    ...json('TIMINGS', env.TIMINGS, timingsShape, {}),
  } as Timings
  if (!areSound(timings)) {
    throw new ConfigInvalid('TIMINGS: providerDeadlineMs + sinkDeadlineMs must be below leaseMs')
  }
  const loopbackOrigins = json('LOOPBACK_ORIGINS', env.LOOPBACK_ORIGINS, v.array(v.string()), [])
  const access = readAccess(env, loopbackOrigins)
  if (!access.ok) throw new ConfigInvalid(access.failure)
  const clients = json('SHARED_CLIENTS', env.SHARED_CLIENTS, sharedClientsShape, {})
  return {
    publicUrl: readPublicUrl(env.PUBLIC_URL),
    keyring: readKeyring(env.VAULT_KEYRING),
    pepper: readPepper(env.API_KEY_PEPPER),
    setupToken: readSetupToken((env as Optional).SETUP_TOKEN),
    sharedClients: new Map(
      Object.entries(clients).map(([slug, client]) => [
        slug,
        { clientId: client.client_id, clientSecret: client.client_secret ?? null },
      ]),
    ),
    endpointOverrides: json(
      'PROVIDER_ENDPOINTS',
      env.PROVIDER_ENDPOINTS,
      overridesShape,
      {},
    ) as Readonly<Record<string, EndpointOverrides>>,
    access: access.value,
    loopbackOrigins,
    timings,
    rateLimit: readRateLimit(env.RATE_LIMIT),
    keepAlivesPerRun: readCount('KEEP_ALIVES_PER_RUN', env.KEEP_ALIVES_PER_RUN, 100),
    logLevel: v.is(levelShape, env.LOG_LEVEL) ? env.LOG_LEVEL : 'info',
  }
}

function readKeyring(text: string | undefined): Keyring {
  if (!text) throw new ConfigInvalid('VAULT_KEYRING is missing')
  const keyring = parseKeyring(text)
  if (!keyring.ok) throw new ConfigInvalid(`VAULT_KEYRING: ${keyring.failure.reason}`)
  return keyring.value
}

function readPepper(text: string | undefined): Uint8Array<ArrayBuffer> {
  if (!text) throw new ConfigInvalid('API_KEY_PEPPER is missing')
  const bytes = decodeBase64(text)
  if (bytes?.byteLength !== PEPPER_BYTES) {
    throw new ConfigInvalid('API_KEY_PEPPER must be the base64 of 32 bytes')
  }
  return new Uint8Array(bytes)
}

function readSetupToken(text: string | undefined): Secret | null {
  if (!text) return null
  if (/^[\w-]{32,200}$/.test(text)) return new Secret(text)
  throw new ConfigInvalid(
    `SETUP_TOKEN must be ${MIN_SETUP_TOKEN} to 200 random characters of base64url`,
  )
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new ConfigInvalid('PUBLIC_URL must be an origin such as https://pipes.example.com')
  }
  return text
}

function readRateLimit(text: string | undefined): RateLimit {
  if (!text) return { requests: 6000, windowSeconds: 60 }
  const [, requests, windowSeconds] = /^(\d{1,7})\/(\d{1,4})$/.exec(text) ?? []
  if (Number(windowSeconds) > 0) {
    return { requests: Number(requests), windowSeconds: Number(windowSeconds) }
  }
  throw new ConfigInvalid('RATE_LIMIT must be requests/seconds, such as 6000/60; 0/60: no limit')
}

function readCount(name: string, text: string | undefined, absent: number): number {
  if (!text) return absent
  if (!/^\d{1,6}$/.test(text)) throw new ConfigInvalid(`${name} must be a whole number`)
  return Number(text)
}

function json<const Shape extends v.GenericSchema>(
  name: string,
  text: string | undefined,
  shape: Shape,
  absent: v.InferOutput<Shape>,
): v.InferOutput<Shape> {
  if (!text) return absent
  try {
    return v.parse(shape, JSON.parse(text))
  } catch {
    throw new ConfigInvalid(`${name} is not the JSON that README.md describes`)
  }
}
