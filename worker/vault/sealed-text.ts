/** A single secret in a row of its own: sealed under a data key that nothing else uses. */
import type { Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import { createDataKey, open, openDataKey, seal } from './envelope.ts'
import type { Place, VaultFailure } from './envelope.ts'
import type { Keyring } from './keyring.ts'

export type SealedText = { readonly sealed: string; readonly wrappedKey: string }

export async function sealText(
  keyring: Keyring,
  place: Place,
  plain: Secret<string>,
): Promise<SealedText> {
  const { dataKey, wrapped } = await createDataKey(keyring, place)
  return { sealed: await seal(dataKey, place, plain), wrappedKey: wrapped }
}

/** @returns the text, or why this ring cannot open it at this place */
export async function openText(
  keyring: Keyring,
  place: Place,
  stored: SealedText,
): Promise<Result<Secret<string>, VaultFailure>> {
  const dataKey = await openDataKey(keyring, stored.wrappedKey, place)
  return dataKey.ok ? await open(dataKey.value, place, stored.sealed) : dataKey
}

/** Where an attempt keeps our PKCE verifier until its callback (RFC 7636 §4.1). */
export const verifierPlace = (environmentId: string, attemptId: string): Place => ({
  environmentId,
  subject: attemptId,
  table: 'connect_attempts',
  field: 'code_verifier',
})
