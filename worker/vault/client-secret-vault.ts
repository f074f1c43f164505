/** The secrets of OAuth clients, sealed for the client version that they belong to. */
import type { Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import type { Place, VaultFailure } from './envelope.ts'
import type { Keyring } from './keyring.ts'
import { openText, sealText } from './sealed-text.ts'

export type ClientPlace = { readonly environmentId: string; readonly clientVersionId: string }

export type SealedClientSecret = { readonly sealedSecret: string; readonly wrappedKey: string }

export async function sealClientSecret(
  keyring: Keyring,
  at: ClientPlace,
  clientSecret: Secret<string>,
): Promise<SealedClientSecret> {
  const { sealed, wrappedKey } = await sealText(keyring, placeOf(at), clientSecret)
  return { sealedSecret: sealed, wrappedKey }
}

/** Opens the secret for a request to the provider's token endpoint. */
export const openClientSecret = (
  keyring: Keyring,
  at: ClientPlace,
  stored: SealedClientSecret,
): Promise<Result<Secret<string>, VaultFailure>> =>
  openText(keyring, placeOf(at), { sealed: stored.sealedSecret, wrappedKey: stored.wrappedKey })

const placeOf = (at: ClientPlace): Place => ({
  environmentId: at.environmentId,
  subject: at.clientVersionId,
  table: 'client_versions',
  field: 'client_secret',
})
