import { describe, expect, test, vi } from 'vitest'
import { importHmacKey } from '../kit/digest.ts'
import { utf8 } from '../kit/encoding.ts'
import { systemRandom } from '../kit/ids.ts'
import { createApiKey, createKeyVerifier, parseApiKey } from './api-key.ts'

const pepperKey = await importHmacKey(utf8('pepper'))
const make = (mode: 'test' | 'live' = 'test') => createApiKey(systemRandom, mode, pepperKey)
const malformed = { ok: false, failure: { kind: 'api_key_malformed' } }

test('a key names its kind, its mode and its row', async () => {
  const { key, id } = await make('test')
  const live = await make('live')

  expect(key.reveal()).toMatch(/^sk_test_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/)
  expect(id).toBe(`key_${key.reveal().slice(8, 20)}`)
  expect(parseApiKey(key.reveal())).toEqual({ ok: true, value: { id, mode: 'test' } })
  expect(parseApiKey(live.key.reveal())).toEqual({ ok: true, value: { id: live.id, mode: 'live' } })
})

test('the format is pinned: the same random bytes give the same key', async () => {
  const counting = (count: number) => Uint8Array.from({ length: count }, (_, index) => index)
  const { key, mac } = await createApiKey(counting, 'test', pepperKey)

  expect(key.reveal()).toBe(
    'sk_test_0123456789AB_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg2Day0c',
  )
  expect(mac).toBe('ee5ca87961ac45ce661589e7d018b0e0ff8d47dece9cea23a6becb992cd8acfd')
})

test('bytes that would favour some letters are thrown away', async () => {
  const rounds: number[] = []
  const biased = (count: number) => {
    rounds.push(count)
    return new Uint8Array(count).map((_, index) => (index % 2 === 0 ? 255 : 61))
  }
  const { id } = await createApiKey(
    (count) => (count === 1 ? new Uint8Array(1) : biased(count)),
    'test',
    pepperKey,
  )
  expect(id).toBe('key_zzzzzzzzzzz0')
  expect(rounds.slice(0, 3)).toEqual([12, 6, 3])
})

test('each key verifies against what its row keeps, and against nothing else', async () => {
  const one = await make()
  const other = await make()

  const verify = createKeyVerifier(async () => pepperKey)
  expect(await verify(one.key.reveal(), one.mac)).toBe(true)
  expect(await verify(one.key.reveal(), other.mac)).toBe(false)
  expect(
    await createKeyVerifier(() => importHmacKey(utf8('other')))(one.key.reveal(), one.mac),
  ).toBe(false)
  expect(await verify(one.key.reveal(), null)).toBe(false)
  expect(await verify(one.key.reveal(), '')).toBe(false)
})

test('what the row keeps shows nothing of the key', async () => {
  const { key, mac } = await make()
  expect(mac).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify({ key, mac })).not.toContain(key.reveal().slice(21))
})

describe('without a look into the database', () => {
  test('every one-character mistake is refused', async () => {
    const key = (await make()).key.reveal()
    const mistakes = Array.from(key, (letter, index) => {
      const other = letter === 'a' ? 'b' : 'a'
      return key.slice(0, index) + other + key.slice(index + 1)
    })
    expect(mistakes).toHaveLength(70)
    expect(mistakes.filter((mistake) => parseApiKey(mistake).ok)).toEqual([])
  })

  test('swapped neighbours are refused', async () => {
    const key = (await make()).key.reveal()
    for (let index = 0; index < key.length - 1; index += 1) {
      const [left = '', right = ''] = key.slice(index, index + 2)
      if (left === right) continue
      expect(parseApiKey(key.slice(0, index) + right + left + key.slice(index + 2)).ok).toBe(false)
    }
  })

  test('another shape is refused', async () => {
    const key = (await make()).key.reveal()
    for (const text of [
      '',
      ' ',
      key.slice(0, -1),
      `${key}a`,
      `${key}\n`,
      ` ${key}`,
      key.toUpperCase(),
      key.replace('sk_test_', 'sk_live_'),
      key.replace('sk_test_', 'pk_test_'),
      key.replaceAll('_', '＿'),
      key.repeat(150),
      `Bearer ${key}`,
    ]) {
      expect(parseApiKey(text)).toEqual(malformed)
    }
  })
})

test('a verified key is remembered, and only with its own MAC', async () => {
  const one = await make()
  const other = await make()
  const verify = createKeyVerifier(async () => pepperKey)
  expect(await verify(one.key.reveal(), one.mac)).toBe(true)
  const spy = vi.spyOn(crypto.subtle, 'verify')
  expect(await verify(one.key.reveal(), one.mac)).toBe(true)
  expect(spy).not.toHaveBeenCalled()
  expect(await verify(other.key.reveal(), one.mac)).toBe(false)
  expect(await verify(one.key.reveal(), other.mac)).toBe(false)
  expect(spy).toHaveBeenCalledTimes(2)
})
