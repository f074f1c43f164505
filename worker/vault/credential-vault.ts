/**
 * The tokens of one grant, sealed for the account, grant and epoch that they belong to.
 *
 * Access and refresh token are separate texts: vending opens the one and never sees the other. Both hang
 * on one data key, which lives as long as the grant and whose wrapped form travels with them.
 */
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import { createDataKey, decryptPrepared, openDataKey, prepareOpening, seal } from './envelope.ts'
import type { Place, VaultFailure } from './envelope.ts'
import type { Keyring } from './keyring.ts'
import { rewrapDataKey } from './rewrap.ts'

/** Which credential: the row of `credential_versions`, or its copy in the owner's object. */
export type CredentialPlace = {
  readonly environmentId: string
  readonly accountId: string
  readonly grantId: string
  /** Counts the refreshes inside a grant. */
  readonly epoch: number
}

export type PlainTokens = {
  /** Null for a grant that was imported without one. */
  readonly accessToken: Secret<string> | null
  readonly refreshToken?: Secret<string> | null | undefined
}

export type OpenTokens = {
  readonly accessToken: Secret<string> | null
  readonly refreshToken: Secret<string> | null
}

export type SealedTokens = {
  /** '' where there is no access token. */
  readonly sealedAccess: string
  readonly sealedRefresh: string | null
  readonly wrappedKey: string
}

/**
 * Seals what a provider gave.
 *
 * @param at with `wrappedKey` the account's data key is used again; without it a new one is made
 * @returns the sealed row, or a failure of the given `wrappedKey`; a new key cannot fail
 */
export async function sealTokens(
  keyring: Keyring,
  at: CredentialPlace & { readonly wrappedKey?: string | undefined },
  tokens: PlainTokens,
): Promise<Result<SealedTokens, VaultFailure>> {
  const scope = { environmentId: at.environmentId, subject: at.accountId }
  const opened =
    at.wrappedKey === undefined ? undefined : await openDataKey(keyring, at.wrappedKey, scope)
  if (opened?.ok === false) return opened

  const made = opened === undefined ? await createDataKey(keyring, scope) : undefined
  const dataKey = opened?.value ?? made?.dataKey
  // A key that is being retired is left at the next refresh, whether or not a sweep comes by.
  const moved =
    at.wrappedKey === undefined ? undefined : await rewrapDataKey(keyring, at.wrappedKey, scope)
  if (moved?.ok === false) return moved
  const wrappedKey = moved?.value ?? made?.wrapped
  if (dataKey === undefined || wrappedKey === undefined) throw new Error('no data key')
  const sealedAccess = tokens.accessToken
    ? await seal(dataKey, placeOf(at, 'access_token'), tokens.accessToken)
    : ''
  const sealedRefresh = tokens.refreshToken
    ? await seal(dataKey, placeOf(at, 'refresh_token'), tokens.refreshToken)
    : null
  return ok({ sealedAccess, sealedRefresh, wrappedKey })
}

/** Opens the access token, to vend it. Two operations: unwrap the key, decrypt the text. */
export const openAccessToken = (
  keyring: Keyring,
  at: CredentialPlace,
  stored: Pick<SealedTokens, 'sealedAccess' | 'wrappedKey'>,
): Promise<Result<Secret<string>, VaultFailure>> =>
  openToken(keyring, at, 'access_token', stored.wrappedKey, stored.sealedAccess)

/** Opens both, to seal them for another place or to give them back. */
export async function openTokens(
  keyring: Keyring,
  at: CredentialPlace,
  stored: SealedTokens,
): Promise<Result<OpenTokens, VaultFailure>> {
  const { sealedAccess, sealedRefresh, wrappedKey } = stored
  const access = sealedAccess === '' ? undefined : await openAccessToken(keyring, at, stored)
  if (access?.ok === false) return access
  const refresh =
    sealedRefresh === null
      ? undefined
      : await openRefreshToken(keyring, at, { sealedRefresh, wrappedKey })
  if (refresh?.ok === false) return refresh
  return ok({ accessToken: access?.value ?? null, refreshToken: refresh?.value ?? null })
}

/** Opens the refresh token, to spend or to revoke it. */
export const openRefreshToken = (
  keyring: Keyring,
  at: CredentialPlace,
  stored: { readonly sealedRefresh: string; readonly wrappedKey: string },
): Promise<Result<Secret<string>, VaultFailure>> =>
  openToken(keyring, at, 'refresh_token', stored.wrappedKey, stored.sealedRefresh)

async function openToken(
  keyring: Keyring,
  at: CredentialPlace,
  field: TokenField,
  wrappedKey: string,
  sealed: string,
): Promise<Result<Secret<string>, VaultFailure>> {
  // Everything that the text is bound to is part of the name: one that was prepared for one place is
  // not known for another. None of the parts holds a line's end, else the name would have more of them.
  const { environmentId, accountId, grantId, epoch } = at
  const name = [field, environmentId, accountId, grantId, epoch, wrappedKey, sealed].join('\n')
  const known = keyring.openings.get(name)
  if (known !== undefined) return decryptPrepared(known)

  const place = placeOf(at, field)
  const dataKey = await openDataKey(keyring, wrappedKey, place)
  if (!dataKey.ok) return dataKey
  const opening = prepareOpening(dataKey.value, place, sealed)
  if (opening === undefined) return fail({ kind: 'integrity_error' })
  const opened = await decryptPrepared(opening)
  // What does not open is not remembered: nobody may fill the memory with texts of his own.
  if (opened.ok && field === 'access_token') keyring.openings.set(name, opening)
  return opened
}

type TokenField = 'access_token' | 'refresh_token'

const placeOf = (at: CredentialPlace, field: TokenField): Place => ({
  environmentId: at.environmentId,
  subject: at.accountId,
  table: 'credential_versions',
  field,
  grantId: at.grantId,
  epoch: at.epoch,
})
