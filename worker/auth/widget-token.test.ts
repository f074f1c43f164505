import { sign } from 'hono/jwt'
import { describe, expect, test } from 'vitest'
import { importHmacKey } from '../kit/digest.ts'
import type { SigningKeys } from '../kit/digest.ts'
import { utf8 } from '../kit/encoding.ts'
import { systemRandom } from '../kit/ids.ts'
import { issueWidgetToken, verifyWidgetToken } from './widget-token.ts'
import type { WidgetClaims } from './widget-token.ts'

const NOW = 1_800_000_000_500
const key = await importHmacKey(utf8('a'.repeat(32)))
const otherKey = await importHmacKey(utf8('b'.repeat(32)))
const keys: SigningKeys = [key]
const invalid = { ok: false, failure: { kind: 'widget_token_invalid' } }

const claims: WidgetClaims = {
  environmentId: 'environment_01abc',
  apiKeyId: 'key_a1B2c3D4e5F6',
  userId: 'user_1',
  organizationId: 'org_1',
  permissions: ['widgets:pipes:manage'],
  userLabel: 'Ada ✓',
}

const issue = async (given = claims, now = NOW, lifetimeMs?: number): Promise<string> =>
  (await issueWidgetToken(keys, given, now, systemRandom, lifetimeMs)).reveal()

/** As the published React widgets do it. */
const decodedByReact = (token: string): Record<string, unknown> =>
  JSON.parse(atob(token.split('.')[1] ?? '')) as Record<string, unknown>

test('a session comes back as it was issued', async () => {
  const session = await verifyWidgetToken(keys, await issue(), NOW)
  expect(session).toEqual({
    ok: true,
    value: { ...claims, tokenId: expect.any(String), expiresAt: 1_800_000_900_000 },
  })
})

test('a session without organization and label has none', async () => {
  const { organizationId: _organization, userLabel: _label, ...bare } = claims
  const session = await verifyWidgetToken(keys, await issue(bare), NOW)
  expect(session.ok && session.value.organizationId).toBeUndefined()
  expect(session.ok && session.value.userLabel).toBeUndefined()
})

test('the claims are those of the contract', async () => {
  expect(decodedByReact(await issue())).toEqual({
    iss: 'pipes',
    sub: btoa('user_1').replace(/=+$/, ''),
    env: 'environment_01abc',
    key: 'key_a1B2c3D4e5F6',
    org: btoa('org_1').replace(/=+$/, ''),
    permissions: ['widgets:pipes:manage'],
    iat: 1_800_000_000,
    exp: 1_800_000_900,
    jti: expect.stringMatching(/^[\w-]{16}$/),
    ulabel: expect.any(String),
  })
})

test('any user id survives, and plain atob reads the payload of each', async () => {
  const userIds = [
    '',
    '>>>???~~~',
    'ÿ'.repeat(31),
    '用户',
    'a|b:c',
    '\u007f\u0000',
    'user@acme.example',
  ]
  for (const userId of userIds) {
    for (let length = 0; length < 6; length += 1) {
      const token = await issue({ ...claims, userId: userId + 'x'.repeat(length) })
      expect(token.split('.')[1]).not.toMatch(/[-_]/)
      expect(decodedByReact(token)['iss']).toBe('pipes')
      const session = await verifyWidgetToken(keys, token, NOW)
      expect(session.ok && session.value.userId).toBe(userId + 'x'.repeat(length))
    }
  }
})

test('a claim that could break plain atob is a bug of ours, not a token', async () => {
  for (const permissions of [['what?'], ['a>b'], ['~'], ['ü'], ['']]) {
    await expect(issue({ ...claims, permissions })).rejects.toThrow('not plain ASCII')
  }
  await expect(issue({ ...claims, environmentId: 'a?' })).rejects.toThrow('not plain ASCII')
  await expect(issue({ ...claims, apiKeyId: 'a?' })).rejects.toThrow('not plain ASCII')
})

test('it lives fifteen minutes, not a millisecond longer, by the clock that is given', async () => {
  const token = await issue(claims, 1_800_000_000_000)
  expect((await verifyWidgetToken(keys, token, 1_800_000_899_999)).ok).toBe(true)
  expect(await verifyWidgetToken(keys, token, 1_800_000_900_000)).toEqual({
    ok: false,
    failure: { kind: 'widget_token_expired' },
  })
})

test('an hour is the longest life', async () => {
  const token = decodedByReact(await issue(claims, NOW, 24 * 3_600_000))
  expect(Number(token['exp']) - Number(token['iat'])).toBe(3600)
})

test('a new active key ends no session, a removed one does', async () => {
  const token = await issue()
  expect((await verifyWidgetToken([otherKey, key], token, NOW)).ok).toBe(true)
  expect(await verifyWidgetToken([otherKey], token, NOW)).toEqual(invalid)
})

test('two sessions of one user differ', async () => {
  expect(await issue()).not.toBe(await issue())
})

describe('a token that is not ours is invalid:', () => {
  test('every changed character', async () => {
    const token = await issue()
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A'
      const changed = token.slice(0, index) + other + token.slice(index + 1)
      expect([index, await verifyWidgetToken(keys, changed, NOW)]).toEqual([index, invalid])
    }
  })

  test('another spelling of the same bytes', async () => {
    const token = await issue()
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = alphabet.indexOf(token.at(-1) ?? '')
    const respelled = token.slice(0, -1) + (alphabet[last ^ 1] ?? '')
    for (const text of [respelled, `${token}=`, ` ${token}`, `${token}\n`, `${token}.`]) {
      expect(await verifyWidgetToken(keys, text, NOW)).toEqual(invalid)
    }
  })

  test('another algorithm', async () => {
    const payload = decodedByReact(await issue())
    const [header, body, signature] = (await issue()).split('.')
    const none = btoa('{"alg":"none","typ":"JWT"}').replace(/=+$/, '')
    for (const token of [
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      `${header}.${body}.`,
      await sign(payload, 'a'.repeat(32), 'HS512'),
      await sign(payload, 'a'.repeat(32), 'HS384'),
    ]) {
      expect(await verifyWidgetToken(keys, token, NOW)).toEqual(invalid)
    }
  })

  test('our signature under other claims', async () => {
    const payload = decodedByReact(await issue())
    for (const change of [
      { iss: 'other' },
      { sub: undefined },
      { sub: 7 },
      { sub: 'no base64url!' },
      { sub: '_w' },
      { org: '_w' },
      { env: undefined },
      { permissions: undefined },
      { permissions: 'widgets:pipes:manage' },
      { exp: undefined },
      { exp: '1800000900' },
    ]) {
      const token = await sign({ ...payload, ...change } as typeof payload, key, 'HS256')
      expect([change, await verifyWidgetToken(keys, token, NOW)]).toEqual([change, invalid])
    }
  })

  test('no JWT at all', async () => {
    for (const token of ['', '.', '..', 'a.b.c', 'sk_test_x', 'e30.e30.e30', 'a'.repeat(9000)]) {
      expect(await verifyWidgetToken(keys, token, NOW)).toEqual(invalid)
    }
  })
})
