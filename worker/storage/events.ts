import type { Event } from '../domain/event.ts'
import type { Database, Write } from './database.ts'
import { events } from './schema/events.ts'

/** Records an event. Its id derives from its cause, so a repeated write tells it once. */
export const insertEvent = (db: Database, event: Event): Write =>
  db.insert(events).values(event).onConflictDoNothing()
