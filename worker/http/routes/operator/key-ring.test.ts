/** The key ring in the dashboard: who moves it is in the audit, and nothing that was refused. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { testKeyring } from '../../../test/builders.ts'
import { join, setUpOwner } from '../../../test/dashboard.ts'
import { rowsOf } from '../../../test/faults.ts'
import { encodeBase64Url, utf8 } from '../../../kit/encoding.ts'
import { FIRST_ROW } from '../../../storage/key-place.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const told = async (): Promise<readonly string[]> =>
  (
    await rowsOf<{ action: string; target: string }>(
      `SELECT action, target FROM operator_audit WHERE action GLOB 'vault_key.*' ORDER BY id`,
    )
  ).map(({ action, target }) => `${action} ${target}`)

test('a rotation’s beginning is in the audit, and its end when it has one', async () => {
  const owner = await setUpOwner()
  const h = await seedEnvironment()
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  const keyring = testKeyring(JSON.stringify({ active: 'k0', keys }))
  await h.connectedAccount(await h.createProvider(), { keyring })
  const nowhere = await owner.call('POST', '/vault_keys/k7/rewrap')
  expect((await expectError(nowhere, 404)).code).toBe('key_unknown')
  const early = await owner.call('POST', '/vault_keys/k0/retire')
  expect((await expectError(early, 409)).code).toBe('key_in_use')
  expect(await told()).toEqual([])

  let place: string | null = ''
  while (place !== null) {
    const query: string = place === '' ? '' : `?after=${place}`
    const slice = await owner.call('POST', `/vault_keys/k0/rewrap${query}`)
    place = (await expectJson<{ after: string | null }>(slice, 200)).after
  }
  expect(await told()).toEqual(['vault_key.rewrapped k0'])
  expect((await owner.call('POST', '/vault_keys/k0/retire')).status).toBe(200)
  expect(await told()).toEqual(['vault_key.rewrapped k0', 'vault_key.retired k0'])
})

test('no walk begins in its middle, unseen by the audit', async () => {
  const owner = await setUpOwner()
  const other = await join(owner, 'owner')
  const h = await seedEnvironment()
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  const keyring = testKeyring(JSON.stringify({ active: 'k0', keys }))
  const provider = await h.createProvider()
  for (let index = 0; index < 51; index += 1) {
    await h.connectedAccount(provider, { keyring, userId: `user_${index}` })
  }
  const begun = await other.call('POST', '/vault_keys/k0/rewrap')
  const { after: theirs } = await expectJson<{ after: string }>(begun, 200)
  const beginning = encodeBase64Url(utf8(JSON.stringify({ rows: FIRST_ROW, object: 0 })))
  const [, mac] = theirs.split('.')
  for (const after of [beginning, `${beginning}.${mac}`, theirs]) {
    const slice = await owner.call('POST', `/vault_keys/k0/rewrap?after=${after}`)
    expect((await expectError(slice, 422)).code).toBe('invalid_request')
  }
  expect(await told()).toEqual(['vault_key.rewrapped k0'])
  const goesOn = await other.call('POST', `/vault_keys/k0/rewrap?after=${theirs}`)
  expect(goesOn.status).toBe(200)
})
