import { describe, expect, test } from 'vitest'
import { Secret } from '../kit/secret.ts'
import { createDataKey, keyIdOf, open, openDataKey, seal } from './envelope.ts'
import type { Place } from './envelope.ts'
import { parseKeyring } from './keyring.ts'
import type { Keyring } from './keyring.ts'

const bytes = (letter: string): string => btoa(letter.repeat(32))

function ring(active: string, keys: Record<string, string>): Keyring {
  const parsed = parseKeyring(JSON.stringify({ active, keys }))
  if (!parsed.ok) throw new Error(parsed.failure.reason)
  return parsed.value
}

const keyring = ring('k1', { k1: bytes('a') })
const scope = { environmentId: 'environment_1', subject: 'data_installation_1' }
const place: Place = {
  ...scope,
  table: 'credential_versions',
  field: 'access_token',
  grantId: 'grant_1',
  epoch: 3,
}
const broken = { ok: false, failure: { kind: 'integrity_error' } }

/** Unwraps and opens, as a reader does who only knows the ring, the row and its place. */
async function read(given: {
  readonly ring?: Keyring
  readonly place?: Place
  readonly wrapped: string
  readonly sealed: string
}) {
  const at = given.place ?? place
  const dataKey = await openDataKey(given.ring ?? keyring, given.wrapped, at)
  if (!dataKey.ok) return dataKey
  const opened = await open(dataKey.value, at, given.sealed)
  return opened.ok ? opened.value.reveal() : opened
}

async function written(text = 'canary-access-token', at = place, under = keyring) {
  const { dataKey, wrapped } = await createDataKey(under, at)
  return { wrapped, sealed: await seal(dataKey, at, new Secret(text)) }
}

test('what was sealed for a place opens there', async () => {
  for (const text of ['canary-access-token', '', 'ü\u0000\ufeff', 'x'.repeat(16_384)]) {
    expect(await read(await written(text))).toBe(text)
  }
})

test('the two formats are as documented, and hold no plaintext', async () => {
  const { wrapped, sealed } = await written()
  expect(wrapped).toMatch(/^w1\.k1\.[\w-]{16}\.[\w-]{16}\.[\w-]{64}$/)
  expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]{16}\.[\w-]+$/)
  expect(sealed.split('.')[1]).toBe(wrapped.split('.')[2])
  expect(keyIdOf(wrapped)).toBe('k1')
  expect([keyIdOf(''), keyIdOf('w1'), keyIdOf('v1.k1.a.b.c'), keyIdOf('w1..a')]).toEqual(
    Array(4).fill(undefined),
  )
})

test('the additional data is what security review expects, byte for byte', async () => {
  const { dataKey, wrapped } = await createDataKey(keyring, scope)
  const sealed = await seal(dataKey, place, new Secret('text'))
  const [, id, iv, text] = sealed.split('.').map((part) => part.replaceAll('-', '+'))
  const decoded = (part = ''): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(part.replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  const aad = `["pipes","v1","data","credential_versions","access_token","environment_1","data_installation_1","grant_1",3,${JSON.stringify(wrapped.split('.')[2])}]`
  const algorithm = {
    name: 'AES-GCM',
    iv: decoded(iv),
    additionalData: new TextEncoder().encode(aad),
  }
  const plain = await crypto.subtle.decrypt(algorithm, dataKey.key, decoded(text))

  expect(id).toBeDefined()
  expect(new TextDecoder().decode(plain)).toBe('text')
})

test('the same text never seals to the same bytes', async () => {
  const { dataKey } = await createDataKey(keyring, scope)
  const all = await Promise.all(
    Array.from({ length: 100 }, () => seal(dataKey, place, new Secret('text'))),
  )
  expect(new Set(all.map((sealed) => sealed.split('.')[2])).size).toBe(100)
})

test('a data key cannot be read back, new or unwrapped', async () => {
  const { dataKey, wrapped } = await createDataKey(keyring, scope)
  const unwrapped = await openDataKey(keyring, wrapped, scope)
  expect(dataKey.key.extractable).toBe(false)
  expect(unwrapped.ok && unwrapped.value.key.extractable).toBe(false)
})

describe('a text does not open at another place:', () => {
  const others: Record<string, Partial<Place>> = {
    environment: { environmentId: 'environment_2' },
    subject: { subject: 'data_installation_2' },
    table: { table: 'client_versions' },
    field: { field: 'refresh_token' },
    grant: { grantId: 'grant_2' },
    epoch: { epoch: 4 },
  }
  for (const [name, change] of Object.entries(others)) {
    test(name, async () => {
      const row = await written()
      expect(await read({ ...row, place: { ...place, ...change } })).toEqual(broken)
      // The data key of the other place does not help either.
      const other = await written('other', { ...place, ...change })
      expect(await read({ wrapped: other.wrapped, sealed: row.sealed })).toEqual(broken)
      expect(await read({ wrapped: row.wrapped, sealed: other.sealed })).toEqual(broken)
      // Under one data key it is the place alone that decides.
      const dataKey = await openDataKey(keyring, row.wrapped, scope)
      if (!dataKey.ok) throw new Error('the row does not open')
      expect(await open(dataKey.value, { ...place, ...change }, row.sealed)).toEqual(broken)
    })
  }

  test('without grant and epoch', async () => {
    const { grantId: _grant, epoch: _epoch, ...bare } = place
    expect(await read({ ...(await written()), place: bare })).toEqual(broken)
    expect(await read({ ...(await written('a', bare)), place: bare })).toBe('a')
  })

  test('fields that join to the same text stay different', async () => {
    const row = await written('a', { ...place, table: 'ab', field: 'c' })
    expect(await read({ ...row, place: { ...place, table: 'a', field: 'bc' } })).toEqual(broken)
  })
})

test('every changed character of the sealed text and of the wrapped key is noticed', async () => {
  const row = await written('short')
  for (const part of ['wrapped', 'sealed'] as const) {
    const text = row[part]
    const outcomes = await Promise.all(
      Array.from(text, async (letter, index) => {
        const changed = text.slice(0, index) + flipped(letter) + text.slice(index + 1)
        return await read({ ...row, [part]: changed })
      }),
    )
    expect(outcomes.filter((outcome) => typeof outcome === 'string')).toEqual([])
  }
})

// The next letter of the alphabet: one bit, and in the last letter of a part perhaps one that carries nothing.
const flipped = (letter: string): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const index = alphabet.indexOf(letter)
  return index < 0 ? 'A' : (alphabet[index ^ 1] ?? 'A')
}

test('a text in another form is an integrity error, not a crash', async () => {
  const row = await written()
  const forms = (text: string): string[] => [
    '',
    'v1',
    text.slice(0, -1),
    text.slice(0, text.lastIndexOf('.')),
    `${text}.`,
    `${text}=`,
    ` ${text}`,
    `${text}\n`,
    text.replace(/^(.)1/, '$12'),
    text.replaceAll('.', ':'),
    text.replace(/[^.]*$/, ''),
    text.replace(/[^.]*$/, 'AAAA'),
    text.replace(/\.[^.]*\.([^.]*)$/, '.AAAA.$1'),
    text.replace(/\.[^.]*\.([^.]*)$/, '..$1'),
    text.replace(/\.[^.]*/, '.'),
    'ü'.repeat(20),
  ]
  for (const sealed of forms(row.sealed)) {
    expect([sealed, await read({ ...row, sealed })]).toEqual([sealed, broken])
  }
  for (const wrapped of forms(row.wrapped)) {
    expect([wrapped, await read({ ...row, wrapped })]).toEqual([wrapped, broken])
  }
  expect(await read({ wrapped: row.sealed, sealed: row.wrapped })).toEqual(broken)
})

describe('key ring rotation:', () => {
  const both = { k1: bytes('a'), k2: bytes('b') }

  test('an old key still opens after a new one became active, and new rows use the new one', async () => {
    const row = await written()
    const rotated = ring('k2', both)
    expect(await read({ ...row, ring: rotated })).toBe('canary-access-token')
    expect(keyIdOf((await written('a', place, rotated)).wrapped)).toBe('k2')
  })

  test('a retired key is unavailable, which is not an integrity error', async () => {
    const row = await written()
    const failure = { kind: 'vault_key_unavailable', kid: 'k1' }
    expect(await read({ ...row, ring: ring('k2', { k2: bytes('b') }) })).toEqual({
      ok: false,
      failure,
    })
  })

  test('another key under the same id opens nothing', async () => {
    const row = await written()
    expect(await read({ ...row, ring: ring('k1', { k1: bytes('x') }) })).toEqual(broken)
  })

  test('a wrapped key that claims another id of the ring opens nothing', async () => {
    const row = await written()
    const renamed = row.wrapped.replace('.k1.', '.k2.')
    expect(await read({ ...row, wrapped: renamed, ring: ring('k1', both) })).toEqual(broken)
    const same = ring('k1', { k1: bytes('a'), k2: bytes('a') })
    expect(await read({ ...row, wrapped: renamed, ring: same })).toEqual(broken)
  })
})
