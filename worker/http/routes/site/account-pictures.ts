/**
 * The picture of an account, from here and no other host: pages that allow images from this Worker need no more. An
 * `<img>` brings no session, so the address is the permission: its id is random, told to who sees the account in a
 * list, and gone with the connection.
 */
import { Hono } from 'hono'
import { decodeBase64Url } from '../../../kit/encoding.ts'
import { pictureById } from '../../../storage/account-pictures.ts'
import { ApiError } from '../../api-error.ts'
import type { AppEnv } from '../../context.ts'

export const accountPictures = new Hono<AppEnv>()

accountPictures.get('/account-pictures/:id{[\\w-]{43}}', async (c) => {
  const picture = await pictureById(c.var.deps.db, c.req.param('id'))
  const bytes = picture && decodeBase64Url(picture.bytes)
  if (picture === undefined || bytes === undefined) {
    throw new ApiError(404, 'not_found', 'There is no such picture.')
  }
  return c.body(bytes, 200, {
    'Content-Type': picture.type,
    // Somebody's: for their own browser, and not for longer than a picture that changes may look old.
    'Cache-Control': 'private, max-age=3600',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
  })
})
