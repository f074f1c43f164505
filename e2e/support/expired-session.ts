/**
 * Widget sessions that are over soon. The API gives them for fifteen minutes, so these are signed
 * here, from the key ring of the test's own stack, as security.md describes them.
 */
import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LocalState } from '../stack/local-state.ts'
import type { Stack } from '../stack/stack-options.ts'

type Keyring = { readonly active: string; readonly keys: Readonly<Record<string, string>> }

/** @param expiresAt epoch milliseconds */
export async function sessionUntil(stack: Stack, user: string, expiresAt: number): Promise<string> {
  const file = await readFile(join(stack.directory, 'secrets.json'), 'utf8')
  const { vaultKeyring } = JSON.parse(file) as LocalState
  const { active, keys } = JSON.parse(vaultKeyring) as Keyring
  const ringKey = Buffer.from(keys[active] ?? '', 'base64')
  const key = Buffer.from(
    hkdfSync('sha256', ringKey, new Uint8Array(), 'pipes/v1/sign|widget-session', 32),
  )
  const exp = Math.floor(expiresAt / 1000)
  const [, , id = ''] = stack.apiKey.split('_')
  const claims = {
    iss: 'pipes',
    sub: Buffer.from(user).toString('base64url'),
    env: stack.environmentId,
    key: `key_${id}`,
    permissions: [],
    iat: exp - 900,
    exp,
    jti: randomUUID(),
  }
  const signed = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}
