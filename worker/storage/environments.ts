import { eq } from 'drizzle-orm'
import type { Environment } from '../domain/environment.ts'
import type { Database } from './database.ts'
import { environments } from './schema/environments.ts'

export async function environmentById(db: Database, id: string): Promise<Environment | undefined> {
  const [row] = await db.select().from(environments).where(eq(environments.id, id))
  if (row === undefined) return undefined
  const { name, kind, allowedOrigins, returnUrls } = row
  return { id, name, kind, allowedOrigins, returnUrls }
}
