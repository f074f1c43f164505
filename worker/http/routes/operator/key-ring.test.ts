/** The key ring in the dashboard: who moves it is in the audit, and nothing that was refused. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { testKeyring } from '../../../test/builders.ts'
import { setUpOwner } from '../../../test/dashboard.ts'
import { rowsOf } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

test('a rotation’s beginning is in the audit, and its end when it has one', async () => {
  const owner = await setUpOwner()
  const h = await seedEnvironment()
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  const keyring = testKeyring(JSON.stringify({ active: 'k0', keys }))
  await h.connectedAccount(await h.createProvider(), { keyring })
  const told = async () =>
    (
      await rowsOf<{ action: string; target: string }>(
        `SELECT action, target FROM operator_audit WHERE action GLOB 'vault_key.*' ORDER BY id`,
      )
    ).map(({ action, target }) => `${action} ${target}`)

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
