import { expect, test } from 'vitest'
import { emailKey } from './access.ts'

test('an address is found in whatever case', () => {
  expect(emailKey('Kate+Ops@ACME.example')).toBe('kate+ops@acme.example')
})

test.each(['\u212aate@acme.example', 'kate@acme.\u212a'])(
  '%j is nobody who is spelled with a k',
  (text) => {
    expect(text.toLowerCase()).toMatch(/^[a-z@.]+$/)
    expect(emailKey(text)).toBe(text)
  },
)

test.each(['kate', '@acme.example', 'kate@', 'a@b@c', 'kate @acme.example', 'kate@acme\u0000'])(
  '%j is no address',
  (text) => {
    expect(emailKey(text)).toBeUndefined()
  },
)
