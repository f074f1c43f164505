/**
 * Moves a data key from one ring key to the active one. The texts that it seals stay as they are, and
 * its bytes stay inside the runtime: unwrapped by one key, wrapped by the other.
 */
import { encodeBase64Url } from '../kit/encoding.ts'
import { ok, type Result } from '../kit/result.ts'
import {
  importForRewrap,
  keyAad,
  keyIdOf,
  wrapAlgorithm,
  type KeyScope,
  type VaultFailure,
} from './envelope.ts'
import type { Keyring } from './keyring.ts'

/**
 * @param wrapped a wrapped data key, as it lies in a row
 * @returns the same data key under the active ring key; the same text when it is there already
 */
export async function rewrapDataKey(
  keyring: Keyring,
  wrapped: string,
  scope: KeyScope,
): Promise<Result<string, VaultFailure>> {
  const { activeId } = keyring
  if (keyIdOf(wrapped) === activeId) return ok(wrapped)
  const opened = await importForRewrap(keyring, wrapped, scope)
  if (!opened.ok) return opened
  const wrapKey = await keyring.wrapKey(activeId, scope.environmentId)
  if (!wrapKey.ok) return wrapKey
  const { id, key } = opened.value
  const { algorithm, iv } = wrapAlgorithm(keyAad(scope, id, activeId))
  const moved = await crypto.subtle.wrapKey('raw', key, wrapKey.value, algorithm)
  return ok(['w1', activeId, id, iv, encodeBase64Url(new Uint8Array(moved))].join('.'))
}

/** Whether a wrapped data key is what its row and its ring key say. */
export const opensDataKey = async (
  keyring: Keyring,
  wrapped: string,
  scope: KeyScope,
): Promise<boolean> => (await importForRewrap(keyring, wrapped, scope)).ok

/**
 * What is handed to an owner's object is under the active key before it is sent: it may arrive after the
 * object was moved, and nobody would come by again.
 *
 * @returns the text as it was, where it cannot be moved: whoever opens it will say why
 */
export async function underActiveKey<T extends { readonly wrappedKey: string }>(
  keyring: Keyring,
  sealed: T,
  scope: KeyScope,
): Promise<T> {
  const moved = await rewrapDataKey(keyring, sealed.wrappedKey, scope)
  return moved.ok ? { ...sealed, wrappedKey: moved.value } : sealed
}
