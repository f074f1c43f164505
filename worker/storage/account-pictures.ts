/** Pictures of accounts. A trigger erases one as soon as no connection names it. */
import { and, eq, sql } from 'drizzle-orm'
import type { PictureType } from '../domain/picture.ts'
import type { Database, Write } from './database.ts'
import { accountPictures, connectedAccounts, IS_VISIBLE } from './schema/connected-accounts.ts'

export type Picture = typeof accountPictures.$inferSelect

/** The picture of an environment's connection, as long as it lives by this grant: one that ended meanwhile gets none. */
export function setPicture(
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string; readonly grantId: string },
  picture: { readonly id: string; readonly type: PictureType; readonly bytes: string },
): readonly Write[] {
  const isItsOwn = and(
    eq(connectedAccounts.environmentId, at.environmentId),
    eq(connectedAccounts.id, at.accountId),
    eq(connectedAccounts.grantId, at.grantId),
    IS_VISIBLE,
  )
  return [
    db.insert(accountPictures).select(
      db
        .select({
          id: sql`${picture.id}`.as('id'),
          type: sql`${picture.type}`.as('type'),
          bytes: sql`${picture.bytes}`.as('bytes'),
        })
        .from(connectedAccounts)
        .where(isItsOwn),
    ),
    db.update(connectedAccounts).set({ pictureId: picture.id }).where(isItsOwn),
  ]
}

export async function pictureById(db: Database, id: string): Promise<Picture | undefined> {
  const [row] = await db.select().from(accountPictures).where(eq(accountPictures.id, id)).limit(1)
  return row
}
