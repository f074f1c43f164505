import { expect, test } from 'vitest'
import {
  decodeBase64,
  decodeBase64Url,
  encodeBase64Url,
  encodeHex,
  fromUtf8,
  utf8,
} from './encoding.ts'

const bytes = new Uint8Array([0xfb, 0xef, 0xff, 0x00])

test('base64url is written without padding and read back', () => {
  expect(encodeBase64Url(bytes)).toBe('--__AA')
  expect(decodeBase64Url('--__AA')).toEqual(bytes)
  expect(decodeBase64Url('')).toEqual(new Uint8Array())
})

test('base64url has one spelling: padding, other alphabets and stray bits are refused', () => {
  for (const text of ['--__AA==', '++//AA', '--__AB', 'A', '--_ _AA', '--__AA\n', 'é', 'ab=d']) {
    expect([text, decodeBase64Url(text)]).toEqual([text, undefined])
  }
})

test('base64 needs its padding', () => {
  expect(decodeBase64('++//AA==')).toEqual(bytes)
  for (const text of ['++//AA', '--__AA==', '++//AB==', '++//AA= =']) {
    expect([text, decodeBase64(text)]).toEqual([text, undefined])
  }
})

test('hex is lower case', () => {
  expect(encodeHex(bytes)).toBe('fbefff00')
})

test('UTF-8 comes back as it went, a byte order mark included, and broken bytes are nothing', () => {
  expect(fromUtf8(utf8('\ufeffü'))).toBe('\ufeffü')
  expect(fromUtf8(new Uint8Array([0xfc]))).toBeUndefined()
})
