import { expect, test } from 'vitest'
import { Secret } from '../kit/secret.ts'
import { openClientSecret, sealClientSecret } from './client-secret-vault.ts'
import { parseKeyring } from './keyring.ts'

const parsed = parseKeyring(JSON.stringify({ active: 'k1', keys: { k1: btoa('a'.repeat(32)) } }))
if (!parsed.ok) throw new Error(parsed.failure.reason)
const keyring = parsed.value
const at = { environmentId: 'environment_1', clientVersionId: 'client_1' }

test('a client secret opens for its own version', async () => {
  const stored = await sealClientSecret(keyring, at, new Secret('canary-client'))
  const opened = await openClientSecret(keyring, at, stored)

  expect(opened.ok && opened.value.reveal()).toBe('canary-client')
  expect(JSON.stringify(stored)).not.toContain('canary')
})

test('it does not open for another version or another environment', async () => {
  const stored = await sealClientSecret(keyring, at, new Secret('canary-client'))
  for (const change of [{ clientVersionId: 'client_2' }, { environmentId: 'environment_2' }]) {
    expect(await openClientSecret(keyring, { ...at, ...change }, stored)).toEqual({
      ok: false,
      failure: { kind: 'integrity_error' },
    })
  }
})
