/**
 * The key ring: every key that seals data keys, each with an id, one of them active.
 *
 * Nothing is encrypted with a ring key itself. Each environment gets a wrap key derived from it
 * (HKDF-SHA-256, RFC 5869), and other purposes get theirs, so that no two uses share a key. Imported
 * and derived keys are not extractable: the runtime can use them, our code cannot read them.
 */
import type { SigningKeys } from '../kit/digest.ts'
import { decodeBase64, utf8 } from '../kit/encoding.ts'
import { createBoundedMap, type BoundedMap } from '../kit/bounded-map.ts'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { Secret } from '../kit/secret.ts'

export type KeyringInvalid = {
  readonly kind: 'keyring_invalid'
  readonly reason: 'not_json' | 'shape' | 'no_keys' | 'key_id' | 'key_bytes' | 'active_unknown'
}

/** The ring has no such key: retry later, delete nothing, ask nobody to reauthorize. */
export type VaultKeyUnavailable = { readonly kind: 'vault_key_unavailable'; readonly kid: string }

/** All that opening one text at one place takes. Nothing of it is a secret: the key is a handle. */
export type Opening = {
  readonly key: CryptoKey
  readonly algorithm: SubtleCryptoEncryptAlgorithm
  readonly bytes: Uint8Array
}

export type Keyring = {
  readonly activeId: string
  readonly ids: readonly string[]
  /** The key that wraps and unwraps the data keys of one environment. */
  readonly wrapKey: (
    kid: string,
    environmentId: string,
  ) => Promise<Result<CryptoKey, VaultKeyUnavailable>>
  /**
   * Data keys that this isolate has unwrapped, by scope and wrapped form: a backend asks for the same
   * connections again and again. They are non-extractable, and worth less than the keys above.
   */
  readonly dataKeys: BoundedMap<CryptoKey>
  /** What it takes to open the texts that this isolate has opened, by all that they are bound to. */
  readonly openings: BoundedMap<Opening>
  /** HMAC-SHA-256 keys for another purpose, such as `widget-session`: one per ring key, the active first. */
  readonly derive: (purpose: string) => Promise<SigningKeys>
}

const KEY_BYTES = 32
const KEY_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/
const MAX_CACHED_KEYS = 256
const MAX_DATA_KEYS = 2048
const MAX_OPENINGS = 512

/**
 * Reads the ring from its secret.
 *
 * @param json `{"active":"k1","keys":{"k1":"<base64 of 32 bytes>"}}`
 * @returns the ring, or why it cannot be used; the reason never repeats what was given
 */
export function parseKeyring(json: string): Result<Keyring, KeyringInvalid> {
  const parsed = parseJson(json)
  if (parsed === undefined) return invalid('not_json')
  if (!isRing(parsed)) return invalid('shape')

  const keys = new Map<string, Secret<Uint8Array<ArrayBuffer>>>()
  for (const [kid, text] of Object.entries(parsed.keys)) {
    if (!KEY_ID.test(kid)) return invalid('key_id')
    const bytes = typeof text === 'string' ? decodeBase64(text) : undefined
    if (bytes?.byteLength !== KEY_BYTES) return invalid('key_bytes')
    keys.set(kid, new Secret(new Uint8Array(bytes)))
  }
  if (keys.size === 0) return invalid('no_keys')
  if (!keys.has(parsed.active)) return invalid('active_unknown')
  return ok(createKeyring(parsed.active, keys))
}

type RingKeys = ReadonlyMap<string, Secret<Uint8Array<ArrayBuffer>>>

function createKeyring(activeId: string, keys: RingKeys): Keyring {
  // Finished keys only, never promises: a promise belongs to the request that made it.
  const cache = createBoundedMap<CryptoKey>(MAX_CACHED_KEYS)

  async function derived(kid: string, use: KeyUse): Promise<CryptoKey | undefined> {
    const name = `${kid} ${use.info}`
    const known = cache.get(name)
    const bytes = keys.get(kid)
    if (known !== undefined || bytes === undefined) return known
    const key = await deriveKey(bytes, use)
    cache.set(name, key)
    return key
  }

  const ids = [activeId, ...[...keys.keys()].filter((kid) => kid !== activeId)]
  return {
    activeId,
    ids,
    dataKeys: createBoundedMap(MAX_DATA_KEYS),
    openings: createBoundedMap(MAX_OPENINGS),
    async wrapKey(kid, environmentId) {
      const key = await derived(kid, wrapping(environmentId))
      return key === undefined ? fail({ kind: 'vault_key_unavailable', kid }) : ok(key)
    },
    async derive(purpose) {
      const made = await Promise.all(ids.map((kid) => derived(kid, signing(purpose))))
      const [active, ...others] = made.filter((key) => key !== undefined)
      if (active === undefined) throw new Error('a key ring without its active key')
      return [active, ...others]
    },
  }
}

type KeyUse = {
  readonly info: string
  readonly algorithm: SubtleCryptoImportKeyAlgorithm
  readonly usages: string[]
}

// `wrapKey` and `unwrapKey`, never `decrypt`: a data key can be put to use and moved, but not be read.
const wrapping = (environmentId: string): KeyUse => ({
  info: `pipes/v1/wrap|${environmentId}`,
  algorithm: { name: 'AES-GCM', length: 256 },
  usages: ['encrypt', 'wrapKey', 'unwrapKey'],
})

const signing = (purpose: string): KeyUse => ({
  info: `pipes/v1/sign|${purpose}`,
  algorithm: { name: 'HMAC', hash: 'SHA-256', length: 256 },
  usages: ['sign', 'verify'],
})

async function deriveKey(bytes: Secret<Uint8Array<ArrayBuffer>>, use: KeyUse): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytes.reveal(), 'HKDF', false, ['deriveKey'])
  // The ring's keys are uniform already, so an empty salt is enough (RFC 5869 §3.1).
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(use.info) }
  return await crypto.subtle.deriveKey(hkdf, base, use.algorithm, false, use.usages)
}

type RingJson = {
  readonly active: string
  readonly keys: Readonly<Record<string, unknown>>
}

function isRing(value: unknown): value is RingJson {
  if (!isRecord(value)) return false
  return typeof value['active'] === 'string' && isRecord(value['keys'])
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const invalid = (reason: KeyringInvalid['reason']): Result<never, KeyringInvalid> =>
  fail({ kind: 'keyring_invalid', reason })
