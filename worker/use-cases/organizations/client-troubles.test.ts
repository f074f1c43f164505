/** What is wrong with one organization's client is that organization's trouble alone. */
import { expect, test } from 'vitest'
import { accountRow } from '../../test/faults.ts'
import { seedEnvironment, type Harness, type TestAccount } from '../../test/harness.ts'
import { bringClient, configure, type BroughtClient } from '../../test/organization-client.ts'
import { expectJson, readVend } from '../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ credentials: { type: 'organization' } })
  const connect = async (client: BroughtClient, organizationId: string, count: number) => {
    const mine = { ...provider, ...client }
    const accounts: TestAccount[] = []
    for (let index = 0; index < count; index += 1) {
      const userId = `user_${index}`
      accounts.push(
        await h.connectedAccount(mine, { userId, organizationId, expiresInSeconds: -1 }),
      )
    }
    return accounts
  }
  return { h, provider, connect }
}

const vend = async (h: Harness, { userId, reference }: TestAccount) =>
  readVend(
    await h.api('POST', '/data-integrations/strict/token', {
      user_id: userId,
      organization_id: reference.owner.organizationId,
    }),
  )

test('a wrong secret holds back its organization only, and the right one frees it at once', async () => {
  const { h, provider, connect } = await setUp()
  const first = await bringClient(h, provider, 'org_1')
  const second = await bringClient(h, provider, 'org_2')
  const [mine] = await connect(first, 'org_1', 1)
  const [theirs] = await connect(second, 'org_2', 1)
  if (mine === undefined || theirs === undefined) throw new Error('no account')
  const pair = { client_id: first.clientId, client_secret: 'canary-wrong-secret' }
  await expectJson(await configure(h, 'org_1', pair), 200)
  expect((await vend(h, mine)).body.code).toBe('integration_misconfigured')
  expect((await vend(h, theirs)).status).toBe(200)
  const shown = () => h.api('GET', '/data-integrations/strict')
  expect(await expectJson(await shown(), 200)).toMatchObject({
    troubles: [{ kind: 'misconfigured', code: 'invalid_client' }],
  })
  const right = { ...pair, client_secret: first.clientSecret }
  await expectJson(await configure(h, 'org_1', right), 200)
  expect(await expectJson(await shown(), 200)).toMatchObject({ troubles: [] })
})

test('an incident is measured on the accounts of the organization’s own client', async () => {
  const { h, provider, connect } = await setUp()
  const small = await bringClient(h, provider, 'org_1')
  const large = await bringClient(h, provider, 'org_2')
  await connect(large, 'org_2', 60)
  const accounts = await connect(small, 'org_1', 7)
  const refused = {
    kind: 'status',
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: '{"error":"invalid_grant"}',
  } as const
  await small.faults('refresh_token', ...accounts.map(() => refused))
  const codes = []
  for (const account of accounts) codes.push((await vend(h, account)).body.code)
  expect(codes.slice(4)).toEqual(Array.from({ length: 3 }, () => 'grants_refused_together'))
  expect((await accountRow(accounts[6]?.accountId ?? '')).state).toBe('connected')
})
