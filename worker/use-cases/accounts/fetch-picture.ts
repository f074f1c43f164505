/**
 * Fetches the picture of an account once, when it was connected, so that no browser has to ask the provider for it. A
 * nicety: whatever goes wrong, there is none.
 */
import { MAX_PICTURE_BYTES, pictureType } from '../../domain/picture.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { randomToken } from '../../kit/digest.ts'
import { encodeBase64Url } from '../../kit/encoding.ts'
import { errorFields } from '../../kit/log.ts'
import { setPicture } from '../../storage/account-pictures.ts'
import { commit } from '../../storage/database.ts'
import type { Deps } from '../deps.ts'

export const fetchPictureBehind = (
  deps: Deps,
  environmentKind: OwnerReference['environmentKind'],
  account: ConnectedAccount,
  url: string | null | undefined,
): void => {
  if (url == null) return
  deps.waitUntil(
    fetchPicture(deps, environmentKind, account, url).catch((error: unknown) =>
      deps.log.info('picture_missing', { account_id: account.id, ...errorFields(error) }),
    ),
  )
}

async function fetchPicture(
  deps: Deps,
  environmentKind: OwnerReference['environmentKind'],
  { environmentId, id: accountId, grantId }: ConnectedAccount,
  url: string,
): Promise<void> {
  const headers = new Headers({ accept: 'image/webp, image/png, image/jpeg, image/gif' })
  const answer = await deps.pictureEgressFor(environmentKind)({ url, method: 'GET', headers })
  const type = pictureType(answer.bytes)
  // Nothing is followed: a picture that lies elsewhere is none.
  if (answer.status !== 200 || type === undefined) return
  if (answer.bytes.byteLength > MAX_PICTURE_BYTES) return
  const picture = { id: randomToken(deps.random), type, bytes: encodeBase64Url(answer.bytes) }
  await commit(deps.db, setPicture(deps.db, { environmentId, accountId, grantId }, picture))
}
