import { expect, test } from 'vitest'
import {
  hmacSha256Hex,
  importHmacKey,
  randomToken,
  sha256Base64Url,
  sha256Hex,
  timingSafeEqual,
} from './digest.ts'
import { utf8 } from './encoding.ts'

test('SHA-256 gives the answer of FIPS 180-4', async () => {
  expect(await sha256Hex('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test('SHA-256 as base64url is the S256 challenge of RFC 7636, appendix B', async () => {
  expect(await sha256Base64Url('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})

test('HMAC-SHA-256 gives the answer of RFC 4231, test case 2', async () => {
  const key = await importHmacKey(utf8('Jefe'))
  expect(await hmacSha256Hex(key, 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('an HMAC key cannot be read back', async () => {
  const key = await importHmacKey(utf8('Jefe'))
  expect(key.extractable).toBe(false)
})

test('only equal strings are equal, whatever their lengths', async () => {
  expect(await timingSafeEqual('secret', 'secret')).toBe(true)
  expect(await timingSafeEqual('', '')).toBe(true)
  for (const other of ['', 'secre', 'secret ', 'Secret', 'secreu']) {
    expect(await timingSafeEqual('secret', other)).toBe(false)
  }
})

test('a random token carries 256 bits unless told', () => {
  const asked: number[] = []
  const random = (count: number) => {
    asked.push(count)
    return new Uint8Array(count).fill(255)
  }
  expect(randomToken(random)).toBe(`${'_'.repeat(42)}8`)
  expect(randomToken(random, 3)).toBe('____')
  expect(asked).toEqual([32, 3])
})
