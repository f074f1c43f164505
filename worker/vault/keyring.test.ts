import { describe, expect, test } from 'vitest'
import { parseKeyring } from './keyring.ts'
import type { Keyring } from './keyring.ts'

const bytes = (letter: string): string => btoa(letter.repeat(32))

function ring(active: string, keys: Record<string, string>): Keyring {
  const parsed = parseKeyring(JSON.stringify({ active, keys }))
  if (!parsed.ok) throw new Error(parsed.failure.reason)
  return parsed.value
}

const signed = async (key: CryptoKey): Promise<string> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array())).toString()

test('the active key is known, and stands first', () => {
  const keyring = ring('k2', { k1: bytes('a'), k2: bytes('b') })
  expect(keyring.activeId).toBe('k2')
  expect(keyring.ids).toEqual(['k2', 'k1'])
})

describe('a ring that cannot be used is refused, with a reason:', () => {
  const k1 = bytes('a')
  const cases: readonly (readonly [string, string])[] = [
    ['not_json', ''],
    ['not_json', '{'],
    ['shape', 'null'],
    ['shape', '[]'],
    ['shape', JSON.stringify({ active: 'k1' })],
    ['shape', JSON.stringify({ active: 'k1', keys: [k1] })],
    ['shape', JSON.stringify({ active: 1, keys: { 1: k1 } })],
    ['no_keys', JSON.stringify({ active: 'k1', keys: {} })],
    ['key_id', JSON.stringify({ active: 'k.1', keys: { 'k.1': k1 } })],
    ['key_id', JSON.stringify({ active: '', keys: { '': k1 } })],
    ['key_id', `{"active":"__proto__","keys":{"__proto__":"${k1}"}}`],
    ['key_bytes', JSON.stringify({ active: 'k1', keys: { k1: 'a' } })],
    ['key_bytes', JSON.stringify({ active: 'k1', keys: { k1: btoa('a'.repeat(31)) } })],
    ['key_bytes', JSON.stringify({ active: 'k1', keys: { k1: btoa('a'.repeat(33)) } })],
    ['key_bytes', JSON.stringify({ active: 'k1', keys: { k1: k1, k2: null } })],
    ['active_unknown', JSON.stringify({ active: 'k2', keys: { k1 } })],
    ['active_unknown', JSON.stringify({ active: 'constructor', keys: { k1 } })],
  ]
  for (const [reason, json] of cases) {
    test(`${reason}: ${json.slice(0, 40)}`, () => {
      expect(parseKeyring(json)).toEqual({
        ok: false,
        failure: { kind: 'keyring_invalid', reason },
      })
    })
  }
})

test('a key that is not in the ring is unavailable, by name', async () => {
  expect(await ring('k1', { k1: bytes('a') }).wrapKey('k9', 'environment_1')).toEqual({
    ok: false,
    failure: { kind: 'vault_key_unavailable', kid: 'k9' },
  })
})

test('a wrap key cannot be read, and cannot decrypt into our hands', async () => {
  const key = await ring('k1', { k1: bytes('a') }).wrapKey('k1', 'environment_1')
  expect(key.ok && key.value.extractable).toBe(false)
  expect(key.ok && [...key.value.usages].toSorted()).toEqual(['encrypt', 'unwrapKey', 'wrapKey'])
})

test('a key is derived once, and once more when too many others came after it', async () => {
  const keyring = ring('k1', { k1: bytes('a') })
  const keyOf = async (environmentId: string) => {
    const key = await keyring.wrapKey('k1', environmentId)
    return key.ok ? key.value : undefined
  }
  const known = await keyOf('environment_0')
  expect(await keyOf('environment_0')).toBe(known)
  for (let index = 1; index <= 256; index += 1) await keyOf(`environment_${index}`)
  expect(await keyOf('environment_0')).not.toBe(known)
})

test('signing keys differ by purpose and by ring key, and the active one is first', async () => {
  const keyring = ring('k2', { k1: bytes('a'), k2: bytes('b') })
  const keys = await keyring.derive('widget-session')
  expect(keys).toHaveLength(2)

  const [active, retired] = await Promise.all(keys.map(signed))
  expect(active).not.toBe(retired)
  expect(await signed((await ring('k2', { k2: bytes('b') }).derive('widget-session'))[0])).toBe(
    active,
  )
  expect(await signed((await keyring.derive('other'))[0])).not.toBe(active)
  expect(keys.map((key) => key.extractable)).toEqual([false, false])
})
