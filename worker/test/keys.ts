/** API keys that let nobody in, or not far. */
import { env } from 'cloudflare:workers'
import { createApiKey } from '../auth/api-key.ts'
import { isGranted, KEY_SCOPES, type KeyScope } from '../domain/key-scope.ts'
import { importHmacKey } from '../kit/digest.ts'
import { decodeBase64 } from '../kit/encoding.ts'
import { systemRandom } from '../kit/ids.ts'

type BadKeys = ReadonlyMap<string, Record<string, string>>

/** Headers that let nobody in, by what is wrong with them. */
export async function badKeys(environmentId: string, apiKey: string): Promise<BadKeys> {
  const last = apiKey.at(-1) === 'a' ? 'b' : 'a'
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  return new Map<string, Record<string, string>>([
    ['no key', {}],
    ['an empty key', bearer('')],
    ['a malformed key', bearer('sk_test_nonsense')],
    ['a wrong checksum', bearer(apiKey.slice(0, -1) + last)],
    ['an unknown key', bearer(await newKey(environmentId, {}, false))],
    ['a wrong secret of a known id', bearer(await otherSecretOf(apiKey))],
    ['an expired key', bearer(await newKey(environmentId, { expiresAt: Date.now() - 1 }))],
    ['a revoked key', bearer(await newKey(environmentId, { revokedAt: Date.now() - 1 }))],
    ['a key in Basic', { authorization: `Basic ${btoa(`${apiKey}:`)}` }],
    ['two keys', { authorization: `Bearer ${apiKey}, Bearer ${apiKey}` }],
    ['two blanks', { authorization: `Bearer  ${apiKey}` }],
    ['a key of 10 kB', bearer(`sk_test_${'a'.repeat(10_000)}`)],
    ['a key in a cookie', { cookie: `authorization=Bearer ${apiKey}; api_key=${apiKey}` }],
  ])
}

/** An API key that may do just this. */
export const narrowKey = (environmentId: string, scopes: readonly KeyScope[]): Promise<string> =>
  newKey(environmentId, { scopes })

/** Every scope but one, and but those that include it. */
export const allScopesBut = (scope: KeyScope): readonly KeyScope[] =>
  KEY_SCOPES.filter((one) => !isGranted([one], scope))

const pepper = () => importHmacKey(decodeBase64(env.API_KEY_PEPPER) as Uint8Array<ArrayBuffer>)

async function newKey(
  environmentId: string,
  times: {
    readonly expiresAt?: number
    readonly revokedAt?: number
    readonly scopes?: readonly KeyScope[]
  },
  isStored = true,
): Promise<string> {
  const made = await createApiKey(systemRandom, 'test', await pepper())
  if (isStored) {
    const insert = `INSERT INTO api_keys (id, environment_id, name, mac, created_at, expires_at, revoked_at, scopes) VALUES (?, ?, ?, ?, 0, ?, ?, ?)`
    await env.DB.prepare(insert)
      .bind(
        made.id,
        environmentId,
        'bad',
        made.mac,
        times.expiresAt ?? null,
        times.revokedAt ?? null,
        times.scopes === undefined ? null : JSON.stringify(times.scopes),
      )
      .run()
  }
  return made.key.reveal()
}

/** A well-formed key whose row is another key's: made, because the checksum is over the whole. */
async function otherSecretOf(apiKey: string): Promise<string> {
  const bytes = [...(apiKey.split('_')[2] ?? '')].map((letter) => ALPHABET.indexOf(letter))
  const idFirst = (count: number) =>
    bytes.length === 0 ? systemRandom(count) : new Uint8Array(bytes.splice(0, count))
  return (await createApiKey(idFirst, 'test', await pepper())).key.reveal()
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
