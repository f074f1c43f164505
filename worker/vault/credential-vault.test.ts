import { expect, test, vi } from 'vitest'
import { Secret } from '../kit/secret.ts'
import { openAccessToken, openRefreshToken, sealTokens } from './credential-vault.ts'
import type { PlainTokens } from './credential-vault.ts'
import { parseKeyring } from './keyring.ts'
import type { Keyring } from './keyring.ts'

function ring(letter: string): Keyring {
  const json = JSON.stringify({ active: letter, keys: { [letter]: btoa(letter.repeat(32)) } })
  const parsed = parseKeyring(json)
  if (!parsed.ok) throw new Error(parsed.failure.reason)
  return parsed.value
}

const keyring = ring('a')
const at = {
  environmentId: 'environment_1',
  accountId: 'data_installation_1',
  grantId: 'grant_1',
  epoch: 1,
}
const tokens = {
  accessToken: new Secret('canary-access'),
  refreshToken: new Secret('canary-refresh'),
}

async function sealed(given: PlainTokens = tokens, where: Parameters<typeof sealTokens>[1] = at) {
  const row = await sealTokens(keyring, where, given)
  if (!row.ok) throw new Error(row.failure.kind)
  const { sealedRefresh } = row.value
  return { ...row.value, sealedRefresh: sealedRefresh ?? '' }
}

test('both tokens open at the place they were sealed for', async () => {
  const row = await sealed()
  const access = await openAccessToken(keyring, at, row)
  const refresh = await openRefreshToken(keyring, at, row)

  expect(access.ok && access.value.reveal()).toBe('canary-access')
  expect(refresh.ok && refresh.value.reveal()).toBe('canary-refresh')
  expect(JSON.stringify(row)).not.toContain('canary')
})

test('a grant without a refresh token has none', async () => {
  const bare = await sealTokens(keyring, at, { accessToken: new Secret('a') })
  expect(bare.ok && bare.value.sealedRefresh).toBeNull()
})

test('a refresh token in the place of an access token is never vended', async () => {
  const row = await sealed()
  const swapped = { sealedAccess: row.sealedRefresh, wrappedKey: row.wrappedKey }
  expect(await openAccessToken(keyring, at, swapped)).toEqual({
    ok: false,
    failure: { kind: 'integrity_error' },
  })
})

test('the next epoch keeps the data key, and the old text does not pass for the new', async () => {
  const first = await sealed()
  const next = { ...at, epoch: 2 }
  const second = await sealed(tokens, { ...next, wrappedKey: first.wrappedKey })

  expect(second.wrappedKey).toBe(first.wrappedKey)
  expect((await openAccessToken(keyring, next, second)).ok).toBe(true)
  const old = { sealedAccess: first.sealedAccess, wrappedKey: second.wrappedKey }
  expect((await openAccessToken(keyring, next, old)).ok).toBe(false)
})

test('the wrapped key of another account is refused before anything is sealed under it', async () => {
  const other = await sealed(tokens, { ...at, accountId: 'data_installation_2' })
  expect(await sealTokens(keyring, { ...at, wrappedKey: other.wrappedKey }, tokens)).toEqual({
    ok: false,
    failure: { kind: 'integrity_error' },
  })
})

test('a ring without the key says so, for reading and for sealing again', async () => {
  const row = await sealed()
  const unavailable = { ok: false, failure: { kind: 'vault_key_unavailable', kid: 'a' } }
  expect(await openAccessToken(ring('b'), at, row)).toEqual(unavailable)
  expect(await openRefreshToken(ring('b'), at, row)).toEqual(unavailable)
  const again = { ...at, wrappedKey: row.wrappedKey }
  expect(await sealTokens(ring('b'), again, tokens)).toEqual(unavailable)
})

test('a first vend unwraps and decrypts, the next one only decrypts', async () => {
  const row = await sealed()
  const names = ['unwrapKey', 'decrypt', 'deriveKey', 'importKey', 'encrypt', 'digest'] as const
  const spies = names.map((name) => vi.spyOn(crypto.subtle, name))
  expect((await openAccessToken(keyring, at, row)).ok).toBe(true)
  expect(spies.map((spy) => spy.mock.calls.length)).toEqual([1, 1, 0, 0, 0, 0])
  expect((await openAccessToken(keyring, at, row)).ok).toBe(true)
  expect(spies.map((spy) => spy.mock.calls.length)).toEqual([1, 2, 0, 0, 0, 0])
})

test.each([
  ['environment', { environmentId: 'environment_2' }, {}],
  ['account', { accountId: 'data_installation_2' }, {}],
  ['grant', { grantId: 'grant_2' }, {}],
  ['epoch', { epoch: 2 }, {}],
  ['text', {}, { sealedAccess: 'v1.AAAA.AAAAAAAAAAAAAAAA.AAAA' }],
  ['key', {}, { wrappedKey: 'w1.a.AAAA.AAAAAAAAAAAAAAAA.AAAA' }],
])('a text that was opened once opens with no other %s', async (_, other, changed) => {
  const row = await sealed()
  expect((await openAccessToken(keyring, at, row)).ok).toBe(true)
  expect(await openAccessToken(keyring, { ...at, ...other }, { ...row, ...changed })).toEqual({
    ok: false,
    failure: { kind: 'integrity_error' },
  })
})
