/** Connections that begin with a secret instead of a consent: API keys and client credentials (contract 2.3). */
import * as v from 'valibot'
import { aimEntries, isOneAim, ONE_AIM } from './aim.ts'
import { configValues } from './config.ts'
import { ownerEntries } from './owner.ts'

const MAX_SECRET = 8192

const secret = (least: number) =>
  v.pipe(
    v.string('must be a string'),
    v.trim(),
    v.minLength(least, `must have at least ${least} characters`),
    v.maxLength(MAX_SECRET, `must have at most ${MAX_SECRET} characters`),
    // It becomes part of a header at the provider.
    v.regex(/^[\x20-\x7e]+$/, 'must be printable ASCII'),
  )

export const apiKeySecret = secret(5)

const labels = {
  account_identifier: v.nullish(v.pipe(v.string('must be a string'), v.maxLength(255))),
  account_display_name: v.nullish(v.pipe(v.string('must be a string'), v.maxLength(255))),
}
const target = {
  connected_account_id: v.nullish(v.string('must be a string')),
  connection_intent: v.nullish(v.literal('reauthorize', 'must be reauthorize')),
}
const intentToAdd = v.literal('add', 'must be add: this endpoint only creates another connection')

/** What a key needs beside it: an application's id, a region. */
const config = v.optional(configValues)
const apiKey = { ...ownerEntries, secret: apiKeySecret, config }
const ownClient = {
  client_id: v.pipe(
    v.string('must be a string'),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(512, 'must have at most 512 characters'),
    v.regex(/^[\x20-\x7e]+$/, 'must be printable ASCII'),
  ),
  client_secret: secret(1),
  config,
}
const clientCredentials = { ...ownerEntries, ...ownClient }

export const upsertApiKeyRequest = v.strictObject({ ...apiKey, ...labels, ...target })
export const addApiKeyRequest = v.strictObject({
  ...apiKey,
  ...labels,
  connection_intent: intentToAdd,
})
export const upsertClientCredentialsRequest = v.strictObject({
  ...clientCredentials,
  ...labels,
  ...target,
})
export const addClientCredentialsRequest = v.strictObject({
  ...clientCredentials,
  ...labels,
  connection_intent: intentToAdd,
})

/** From a page: whose connection it is, its session says (contract/widget.md 3). */
export const widgetApiKeyRequest = v.pipe(
  v.strictObject({ secret: apiKeySecret, config, ...aimEntries }),
  v.forward(
    v.check((body) => isOneAim(body), ONE_AIM),
    ['connected_account_id'],
  ),
)
export const widgetClientCredentialsRequest = v.pipe(
  v.strictObject({ ...ownClient, ...aimEntries }),
  v.forward(
    v.check((body) => isOneAim(body), ONE_AIM),
    ['connected_account_id'],
  ),
)

export type SecretConnectionBody = Omit<
  v.InferOutput<typeof upsertApiKeyRequest>,
  'secret' | 'config' | 'connection_intent'
> & { readonly connection_intent?: 'add' | 'reauthorize' | null | undefined }
export type ApiKeyConnection = SecretConnectionBody &
  Pick<v.InferOutput<typeof upsertApiKeyRequest>, 'secret' | 'config'>
export type ClientConnection = SecretConnectionBody &
  Pick<
    v.InferOutput<typeof upsertClientCredentialsRequest>,
    'client_id' | 'client_secret' | 'config'
  >
