/** What `npm run bench:sweep` finds in D1: accounts of which few are due, and credentials under a ring key. */
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from './account-seed.ts'

const INTEGRATIONS = 20
/** Of each twenty accounts these are not connected (`account-seed.ts`), and never due. */
const NOT_CONNECTED = [3, 9, 19]
const OF_TWENTY = Array.from({ length: 20 }, (_, offset) => offset).filter(
  (offset) => !NOT_CONNECTED.includes(offset),
)

type Sizes = {
  readonly accounts: number
  readonly due: number
  /** Stored credentials, those of the accounts that are due among them. */
  readonly credentials: number
}

/**
 * Goes on where `seedAccounts` has ended.
 *
 * @param ring the vault's, as JSON: its active key wraps the credentials
 * @returns the ids of the accounts that are due
 */
export async function seedSweep(
  stateDirectory: string,
  environmentId: string,
  ring: string,
  sizes: Sizes,
): Promise<ReadonlySet<string>> {
  const database = new DatabaseSync(await databaseFile(stateDirectory))
  try {
    database.exec('PRAGMA synchronous = OFF; BEGIN')
    const integration = database.prepare(
      `INSERT INTO data_integrations (id, environment_id, slug, ownership, credentials_type, redirect_key,
         enabled, is_custom_provider, security_version, created_at, updated_at)
       VALUES (:id, :environment, :slug, 'user', 'custom', :id, 1, 0, 1, 1, 1)`,
    )
    for (let index = 0; index < INTEGRATIONS; index += 1) {
      const [id, slug] = [`data_integration_${index}`, `provider-${index}`]
      integration.run({ id, slug, environment: environmentId })
    }
    // Nobody's object has anything: only what lies in D1 is to be moved.
    database.exec(`UPDATE connected_accounts SET object_key_id = 'none'`)
    const due = dueNumbers(sizes)
    const makeDue = database.prepare('UPDATE connected_accounts SET next_care_at = 1 WHERE id = ?')
    for (const number of due) makeDue.run(accountId(number))

    const wrap = wrapper(ring, environmentId)
    const credential = database.prepare(
      `INSERT INTO credential_versions (environment_id, account_id, grant_id, epoch, sealed_access,
         sealed_refresh, wrapped_key, scopes, metadata, created_at)
       VALUES (:environment, :account, :grant, 1, 'v1.a.b.c', NULL, :wrapped, '[]', '{}', 1)`,
    )
    const numbers = new Set(due)
    for (let number = 0; numbers.size < sizes.credentials; number += 1) numbers.add(number)
    for (const number of numbers) {
      const account = accountId(number)
      const grant = `grant_${padded(number)}`
      credential.run({ environment: environmentId, account, grant, wrapped: wrap(account) })
    }
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
    return new Set(due.map(accountId))
  } finally {
    database.close()
  }
}

/** What the sweep has done: looked at and not due any more, by account. */
export async function readTouched(stateDirectory: string): Promise<{
  readonly touched: ReadonlySet<string>
  readonly stillDue: number
}> {
  const database = new DatabaseSync(await databaseFile(stateDirectory), { readOnly: true })
  try {
    const rows = database
      .prepare('SELECT id FROM connected_accounts WHERE observed_at IS NOT NULL')
      .all()
    const due = database
      .prepare('SELECT count(*) AS count FROM connected_accounts WHERE next_care_at IS NOT NULL')
      .get()
    return {
      touched: new Set(rows.map(({ id }) => String(id))),
      stillDue: Number(due?.['count']),
    }
  } finally {
    database.close()
  }
}

/** Spread over all accounts, and over the integrations as far as their accounts are connected. */
function dueNumbers({ accounts, due }: Sizes): readonly number[] {
  const distance = Math.floor(accounts / due / 20) * 20
  if (distance === 0) throw new Error('too many accounts are to be due')
  return Array.from(
    { length: due },
    (_, index) => index * distance + (OF_TWENTY[index % OF_TWENTY.length] ?? 0),
  )
}

const padded = (number: number): string => String(number).padStart(26, '0')
const accountId = (number: number): string => `data_installation_${padded(number)}`

/** Wraps data keys as `worker/vault/README.md` says. */
function wrapper(ring: string, environmentId: string): (subject: string) => string {
  const { active: kid, keys } = JSON.parse(ring) as {
    readonly active: string
    readonly keys: Readonly<Record<string, string>>
  }
  const bytes = Buffer.from(keys[kid] ?? '', 'base64')
  const wrapKey = Buffer.from(hkdfSync('sha256', bytes, '', `pipes/v1/wrap|${environmentId}`, 32))
  return (subject) => {
    const [id, iv] = [randomBytes(12).toString('base64url'), randomBytes(12)]
    const cipher = createCipheriv('aes-256-gcm', wrapKey, iv)
    cipher.setAAD(Buffer.from(JSON.stringify(['dek', environmentId, subject, id, kid])))
    const sealed = Buffer.concat([cipher.update(randomBytes(32)), cipher.final()])
    const text = Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url')
    return ['w1', kid, id, iv.toString('base64url'), text].join('.')
  }
}
