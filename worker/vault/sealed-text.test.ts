import { expect, test } from 'vitest'
import { Secret } from '../kit/secret.ts'
import { parseKeyring } from './keyring.ts'
import { openText, sealText, verifierPlace } from './sealed-text.ts'

const parsed = parseKeyring(JSON.stringify({ active: 'k1', keys: { k1: btoa('a'.repeat(32)) } }))
if (!parsed.ok) throw new Error(parsed.failure.reason)
const keyring = parsed.value

test('a verifier opens for its own attempt and for no other', async () => {
  const place = verifierPlace('environment_1', 'attempt_1')
  const stored = await sealText(keyring, place, new Secret('canary-verifier'))
  const opened = await openText(keyring, place, stored)

  expect(opened.ok && opened.value.reveal()).toBe('canary-verifier')
  for (const other of [
    verifierPlace('environment_1', 'attempt_2'),
    verifierPlace('environment_2', 'attempt_1'),
    { ...place, field: 'candidate' },
  ]) {
    expect((await openText(keyring, other, stored)).ok).toBe(false)
  }
})

test('two texts of one place have keys of their own', async () => {
  const place = verifierPlace('environment_1', 'attempt_1')
  const one = await sealText(keyring, place, new Secret('a'))
  const other = await sealText(keyring, place, new Secret('b'))
  expect((await openText(keyring, place, { ...one, wrappedKey: other.wrappedKey })).ok).toBe(false)
})
