/** Who may speak to the sandbox provider inside: which secrets, and which environments' egress. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { EgressRefused } from '../kit/safe-fetch.ts'
import { SANDBOX_ORIGIN } from '../sandbox-provider/origin.ts'
import { testKeyring } from '../test/builders.ts'
import { createDeps } from './create-deps.ts'
import { sandboxProviderPort } from './sandbox-provider.ts'

const ID = 'environment_00000000000000000000000000'
const KEYS = { k1: btoa('1'.repeat(32)), k2: btoa('2'.repeat(32)) }

const portOf = (active: string, keys: Record<string, string>) =>
  sandboxProviderPort(env, testKeyring(JSON.stringify({ active, keys })))

test('a secret under an older key of the ring is good, one under a retired key is not', async () => {
  const [before, during, after] = [
    portOf('k1', { k1: KEYS.k1 }),
    portOf('k2', KEYS),
    portOf('k2', { k2: KEYS.k2 }),
  ]
  const { clientId, clientSecret } = await before.clientOf(ID)
  expect((await during.clientOf(ID)).clientSecret).not.toBe(clientSecret)
  const revoke = () =>
    new Request(`${SANDBOX_ORIGIN}/revoke`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret ?? '',
        token: 'x',
      }),
    })
  expect((await before.fetch(revoke())).status).toBe(200)
  expect((await during.fetch(revoke())).status).toBe(200)
  expect((await after.fetch(revoke())).status).toBe(401)
})

test('the egress of a production environment does not know the inner address', async () => {
  const deps = createDeps(env, createExecutionContext())
  const request = { url: `${SANDBOX_ORIGIN}/api`, method: 'GET', headers: new Headers() }
  expect((await deps.egressFor('sandbox')(request)).status).toBe(401)
  await expect(deps.egressFor('production')(request)).rejects.toBeInstanceOf(EgressRefused)
})
