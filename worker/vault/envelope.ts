/**
 * Envelope encryption: one data key per secret's owner, wrapped by the ring; every text bound to its place.
 *
 *     wrapped   w1.<kid>.<dekId>.<iv>.<ct>   AES-256-GCM, AAD ["dek", env, subject, dekId, kid]
 *     sealed    v1.<dekId>.<iv>.<ct>         AES-256-GCM, AAD ["pipes","v1","data", table, field, env,
 *                                            subject, grantId, epoch, dekId]
 *
 * IVs are 12 random bytes, tags 128 bits (NIST SP 800-38D §8.2.2), parts base64url. The additional data
 * is not stored: it is what the reader believes about the row, so a text that was copied to another row,
 * column, tenant, grant or epoch does not open there.
 */
import { decodeBase64Url, encodeBase64Url, fromUtf8, utf8 } from '../kit/encoding.ts'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { Secret } from '../kit/secret.ts'
import type { Keyring, Opening, VaultKeyUnavailable } from './keyring.ts'

/**
 * `integrity_error`: the text is not what was sealed for this place, or not under this key. It is never
 * "not connected": the row stays and somebody is told.
 */
export type VaultFailure = VaultKeyUnavailable | { readonly kind: 'integrity_error' }

/** Whose data key: the row that all its texts belong to (a connected account, a client version). */
export type KeyScope = { readonly environmentId: string; readonly subject: string }

/** Where one sealed text lives. */
export type Place = KeyScope & {
  readonly table: string
  readonly field: string
  readonly grantId?: string
  readonly epoch?: number
}

/** A data key in use. The runtime keeps its bytes. */
export type DataKey = { readonly id: string; readonly key: CryptoKey }

const IV_BYTES = 12
const KEY_BYTES = 32
const KEY_ID_BYTES = 12

/** Makes a data key, and its wrapped form under the ring's active key for the row that needs it. */
export async function createDataKey(
  keyring: Keyring,
  scope: KeyScope,
): Promise<{ readonly dataKey: DataKey; readonly wrapped: string }> {
  const kid = keyring.activeId
  const wrapKey = await keyring.wrapKey(kid, scope.environmentId)
  if (!wrapKey.ok) throw new Error('a key ring without its active key')

  const id = encodeBase64Url(randomBytes(KEY_ID_BYTES))
  const bytes = randomBytes(KEY_BYTES)
  const { iv, sealed } = await encrypt(wrapKey.value, bytes, keyAad(scope, id, kid))
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  bytes.fill(0)
  return { dataKey: { id, key }, wrapped: ['w1', kid, id, iv, sealed].join('.') }
}

/**
 * Unwraps a data key into the runtime; its bytes never become visible here.
 *
 * @returns the key, or `vault_key_unavailable` (the ring lacks its key) or `integrity_error`
 */
export async function openDataKey(
  keyring: Keyring,
  wrapped: string,
  scope: KeyScope,
): Promise<Result<DataKey, VaultFailure>> {
  // The scope is part of the name: a key that was opened for one row is not known for another.
  const name = JSON.stringify([scope.environmentId, scope.subject, wrapped])
  const known = keyring.dataKeys.get(name)
  const [, , id] = wrapped.split('.')
  if (known !== undefined && id !== undefined) return ok({ id, key: known })
  const opened = await unwrap(keyring, wrapped, scope, { isExtractable: false })
  if (opened.ok) keyring.dataKeys.set(name, opened.value.key)
  return opened
}

/** The same as a key that may be wrapped again; used for nothing else, and kept nowhere. */
export const importForRewrap = (
  keyring: Keyring,
  wrapped: string,
  scope: KeyScope,
): Promise<Result<DataKey, VaultFailure>> =>
  unwrap(keyring, wrapped, scope, { isExtractable: true })

async function unwrap(
  keyring: Keyring,
  wrapped: string,
  scope: KeyScope,
  { isExtractable }: { readonly isExtractable: boolean },
): Promise<Result<DataKey, VaultFailure>> {
  const [version, kid, id, iv, text, ...rest] = wrapped.split('.')
  if (version !== 'w1' || rest.length > 0 || !kid || !id) return broken
  const box = boxOf(iv, text)
  if (box === undefined) return broken
  const wrapKey = await keyring.wrapKey(kid, scope.environmentId)
  if (!wrapKey.ok) return wrapKey

  const algorithm = gcm(box.iv, keyAad(scope, id, kid))
  const key = await orUndefined(() =>
    crypto.subtle.unwrapKey('raw', box.bytes, wrapKey.value, algorithm, 'AES-GCM', isExtractable, [
      'encrypt',
      'decrypt',
    ]),
  )
  return key === undefined ? broken : ok({ id, key })
}

/** Seals one text for one place. */
export async function seal(dataKey: DataKey, place: Place, plain: Secret<string>): Promise<string> {
  const aad = dataAad(place, dataKey.id)
  const { iv, sealed } = await encrypt(dataKey.key, utf8(plain.reveal()), aad)
  return ['v1', dataKey.id, iv, sealed].join('.')
}

/** @returns undefined for a text that has not the shape of one that this key has sealed */
export function prepareOpening(
  dataKey: DataKey,
  place: Place,
  sealed: string,
): Opening | undefined {
  const [version, id, iv, text, ...rest] = sealed.split('.')
  const box = boxOf(iv, text)
  if (version !== 'v1' || rest.length > 0 || id !== dataKey.id) return undefined
  if (box === undefined) return undefined
  const algorithm = gcm(box.iv, dataAad(place, dataKey.id))
  return { key: dataKey.key, algorithm, bytes: box.bytes }
}

/** Opens one text at the place where it was found. */
export async function open(
  dataKey: DataKey,
  place: Place,
  sealed: string,
): Promise<Result<Secret<string>, VaultFailure>> {
  const opening = prepareOpening(dataKey, place, sealed)
  return opening === undefined ? broken : decryptPrepared(opening)
}

/** Opens what was prepared: the tag is checked every time. */
export async function decryptPrepared({
  key,
  algorithm,
  bytes: text,
}: Opening): Promise<Result<Secret<string>, VaultFailure>> {
  const bytes = await orUndefined(() => crypto.subtle.decrypt(algorithm, key, text))
  const plain = bytes === undefined ? undefined : fromUtf8(bytes)
  return plain === undefined ? broken : ok(new Secret(plain))
}

/** The ring key that a wrapped data key needs, for counting before a key is retired. */
export const keyIdOf = (wrapped: string): string | undefined => {
  const [version, kid] = wrapped.split('.')
  return version === 'w1' && kid ? kid : undefined
}

const broken = fail({ kind: 'integrity_error' })

/** What a wrapped data key is bound to: its row, and the ring key that wraps it. */
export const keyAad = (scope: KeyScope, dekId: string, kid: string): Uint8Array =>
  utf8(JSON.stringify(['dek', scope.environmentId, scope.subject, dekId, kid]))

function dataAad(place: Place, dekId: string): Uint8Array {
  const { table, field, environmentId, subject, grantId = null, epoch = null } = place
  return utf8(
    JSON.stringify([
      'pipes',
      'v1',
      'data',
      table,
      field,
      environmentId,
      subject,
      grantId,
      epoch,
      dekId,
    ]),
  )
}

// Not an argument: under one key an IV must never come twice, so nobody may choose it.
const randomBytes = (count: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(count))

/** A fresh IV with the additional data of a wrapping. */
export function wrapAlgorithm(aad: Uint8Array): {
  readonly algorithm: SubtleCryptoEncryptAlgorithm
  readonly iv: string
} {
  const iv = randomBytes(IV_BYTES)
  return { algorithm: gcm(iv, aad), iv: encodeBase64Url(iv) }
}

const gcm = (iv: Uint8Array, additionalData: Uint8Array): SubtleCryptoEncryptAlgorithm => ({
  name: 'AES-GCM',
  iv,
  additionalData,
  tagLength: 128,
})

async function encrypt(key: CryptoKey, plain: Uint8Array, aad: Uint8Array) {
  const iv = randomBytes(IV_BYTES)
  const sealed = new Uint8Array(await crypto.subtle.encrypt(gcm(iv, aad), key, plain))
  return { iv: encodeBase64Url(iv), sealed: encodeBase64Url(sealed) }
}

type Box = { readonly iv: Uint8Array; readonly bytes: Uint8Array }

function boxOf(ivText: string | undefined, text: string | undefined): Box | undefined {
  const iv = ivText === undefined ? undefined : decodeBase64Url(ivText)
  const bytes = text === undefined ? undefined : decodeBase64Url(text)
  if (iv?.byteLength !== IV_BYTES || bytes === undefined) return undefined
  return { iv, bytes }
}

/** A tag that does not fit is an expected answer; anything else that throws here is a bug. */
async function orUndefined<T>(decrypted: () => Promise<T>): Promise<T | undefined> {
  try {
    return await decrypted()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}
