/** An object that goes on with the key ring of before, minutes after a deploy: security.md F49. */
import { env, waitUntil } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { createDeps } from '../runtime/create-deps.ts'
import { testKeyring } from '../test/builders.ts'
import { recordOf } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { isAliveOutside } from '../test/outside.ts'
import { refreshCredential } from '../use-cases/tokens/refresh-credential.ts'
import { OwnerAccounts } from './owner-accounts.ts'
import { TokenExchanger } from './token-exchanger.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const { keys } = JSON.parse(env.VAULT_KEYRING) as { readonly keys: Record<string, string> }
const OLD_RING = JSON.stringify({ active: 'k0', keys: { k0: keys['k0'] } })

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

/** A credential under the new key, and an object whose exchanger has the old ring, as often as told. */
const withOldRing = async (times: number) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, {
    expiresInSeconds: -1,
    keyring: testKeyring(),
  })
  const exchanges = vi.spyOn(TokenExchanger.prototype, 'refresh')
  for (let count = 0; count < times; count += 1) {
    exchanges.mockImplementationOnce(async (job) => {
      const deps = createDeps({ ...env, VAULT_KEYRING: OLD_RING }, { waitUntil })
      await refreshCredential(deps, job)
    })
  }
  const lives = new Set<OwnerAccounts>()
  const vendText = Object.getOwnPropertyDescriptor(OwnerAccounts.prototype, 'vendText')
    ?.value as OwnerAccounts['vendText']
  vi.spyOn(OwnerAccounts.prototype, 'vendText').mockImplementation(function (
    this: OwnerAccounts,
    ...request
  ) {
    lives.add(this)
    return vendText.apply(this, request)
  })
  return { h, provider, account, exchanges, lives }
}

test('F49: the object ends its life once, and the next one refreshes: the caller hears of nothing', async () => {
  const { h, provider, account, exchanges, lives } = await withOldRing(1)
  const { status, token } = await h.vend(account)
  expect(status).toBe(200)
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect(lives.size).toBe(2)
  expect(exchanges).toHaveBeenCalledTimes(2)
  expect(await provider.count('refresh_token')).toBe(1)
  expect(await recordOf(account.reference)).toMatchObject({ failures: 0, lastFailure: null })
})

test('F49: where the key is missing everywhere, it does so once a minute at most', async () => {
  const { h, provider, account, exchanges, lives } = await withOldRing(4)
  const first = await h.vend(account)
  expect([first.status, first.body.code]).toEqual([503, 'vault_key_unavailable'])
  expect(lives.size).toBe(2)
  expect(exchanges).toHaveBeenCalledTimes(2)
  const { credential } = await recordOf(account.reference)
  for (let count = 0; count < 3; count += 1) await h.vend(account)
  expect(lives.size).toBe(2)

  laterBy(61_000)
  expect((await h.vend(account)).status).toBe(503)
  expect(lives.size).toBe(3)
  expect(await provider.count('refresh_token')).toBe(0)
  expect(await recordOf(account.reference)).toMatchObject({ status: 'connected', credential })
})
