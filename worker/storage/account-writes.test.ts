/** What a connection's life writes to D1, index entries among it: the price of the lists (decision 037). */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { UNSEEN } from '../domain/integration.ts'
import { connectAccount, insertPendingAccount, projectAccount } from './connected-accounts.ts'
import { openDatabase, type Write } from './database.ts'
import { recordObservation } from './observations.ts'
import { ACCOUNT } from '../test/records.ts'

const AT = { environmentId: ACCOUNT.environmentId, accountId: ACCOUNT.id }
const SEEN = { ...UNSEEN, nextCareAt: 1, observedAt: 1 }

/** Rows and index entries that a write makes or replaces, as D1 counts them. */
async function rowsWritten(write: Write): Promise<number> {
  const [result] = (await openDatabase(env.DB).batch([write])) as [D1Result]
  return result.meta.rows_written
}

test('the lists cost a connection some entries when it begins, and none when its token is refreshed', async () => {
  const db = openDatabase(env.DB)
  const decided = (status: 'connected' | 'needs_reauthorization', sequence: number) =>
    projectAccount(
      db,
      {
        ...AT,
        status,
        preferred: false,
        reason: null,
        sequence,
        scopes: [],
        grantId: null,
        clientVersionId: null,
        objectKeyId: null,
      },
      1,
    )
  const needsUser = { at: 1, reason: 'grant_expires' as const }
  const lastError = { code: 'http_503', class: 'retry', at: 1 }
  const written = {
    'a pending row': await rowsWritten(insertPendingAccount(db, ACCOUNT, 'k1')),
    'its connection': await rowsWritten(connectAccount(db, ACCOUNT, 'k1', 1)),
    'a report': await rowsWritten(recordObservation(db, AT, SEEN)),
    'a report with a forecast': await rowsWritten(
      recordObservation(db, AT, { ...SEEN, needsUser }),
    ),
    'a report of a failure': await rowsWritten(recordObservation(db, AT, { ...SEEN, lastError })),
    'a lost grant': await rowsWritten(decided('needs_reauthorization', 2)),
  }
  expect(written).toEqual({
    'a pending row': 7,
    // From here on the dashboard's counters are among them: two of a change, one or two of a refresh.
    'its connection': 10,
    'a report': 2,
    'a report with a forecast': 3,
    'a report of a failure': 5,
    'a lost grant': 11,
  })
})
