/**
 * The rows of a first environment and its first API key. No API call can make these: every call
 * needs a key.
 */
import { createApiKey } from '../auth/api-key.ts'
import { importHmacKey } from '../kit/digest.ts'
import { newId, systemRandom } from '../kit/ids.ts'
import type { Secret } from '../kit/secret.ts'

export type BootstrapInput = {
  readonly name: string
  readonly kind: 'sandbox' | 'production'
  /** Exact origins of pages that embed the widget. */
  readonly allowedOrigins: readonly string[]
  /** Exact addresses to which a browser may be sent back. */
  readonly returnUrls: readonly string[]
  /** API_KEY_PEPPER of the deployment: base64 of 32 bytes. */
  readonly pepper: string
  /** Epoch milliseconds. */
  readonly now: number
}

export type Statement = { readonly sql: string; readonly parameters: readonly (string | number)[] }

export type Bootstrap = {
  readonly statements: readonly Statement[]
  readonly environmentId: string
  readonly apiKey: Secret
}

/** @throws when the pepper is not base64 of 32 bytes */
export async function bootstrapStatements(input: BootstrapInput): Promise<Bootstrap> {
  const environmentId = newId('environment', input.now)
  const mode = input.kind === 'sandbox' ? 'test' : 'live'
  const { key, id, mac } = await createApiKey(systemRandom, mode, await pepperKey(input.pepper))
  const origins = JSON.stringify(input.allowedOrigins)
  const returnUrls = JSON.stringify(input.returnUrls)
  return {
    environmentId,
    apiKey: key,
    statements: [
      {
        sql: 'INSERT INTO environments (id, name, kind, allowed_origins, return_urls, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        parameters: [
          environmentId,
          input.name,
          input.kind,
          origins,
          returnUrls,
          input.now,
          input.now,
        ],
      },
      {
        sql: 'INSERT INTO api_keys (id, environment_id, name, mac, created_at) VALUES (?, ?, ?, ?, ?)',
        parameters: [id, environmentId, 'First key', mac, input.now],
      },
    ],
  }
}

/** The statements as a file for `wrangler d1 execute --file`, which takes no parameters. */
export const asSqlFile = (statements: readonly Statement[]): string =>
  statements
    .map(({ sql, parameters }) => {
      const values = parameters.values()
      return `${sql.replaceAll('?', () => literal(values.next().value ?? ''))};\n`
    })
    .join('')

const literal = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`

function pepperKey(pepper: string): Promise<CryptoKey> {
  const bytes = Buffer.from(pepper, 'base64')
  if (bytes.length !== 32) throw new Error('API_KEY_PEPPER must be base64 of 32 bytes')
  return importHmacKey(bytes)
}
