/** Who of an organization has connected what, as its administrators see it. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { manager } from '../../../test/widget-sessions.ts'
import { expectJson } from '../../../test/wire.ts'

test('who of the organization has connected what: its members’ own connections, by pages', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const other = await h.createProvider({ slug: 'other' })
  const at = (userId: string, organizationId?: string) =>
    h.connectedAccount(provider, { userId, ...(organizationId && { organizationId }) })
  const [first, second] = [await at('user_1', 'org_1'), await at('user_2', 'org_1')]
  await at('user_1', 'org_2')
  await at('user_1')
  await h.connectedAccount(other, { userId: 'user_1', organizationId: 'org_1' })
  const ask = async (slug: string, query = '', organization = 'org_1') => {
    const token = await manager(h, organization)
    const path = `/DataIntegrations/${slug}/organization/accounts${query}`
    return h.widget('GET', path, undefined, { token })
  }
  const page = async (query = '') =>
    expectJson<{ data: { id: string }[]; list_metadata: { after: string | null } }>(
      await ask('strict', query),
      200,
    )
  const whole = await page()
  expect(whole.data.map(({ id }) => id)).toEqual([second.accountId, first.accountId])
  expect(whole.data[1]).toEqual({
    object: 'connected_account',
    id: first.accountId,
    user_id: 'user_1',
    organization_id: 'org_1',
    account_identifier: 'provider-user_1',
    account_display_name: null,
    auth_method: 'oauth',
    state: 'connected',
    last_used_at: null,
    created_at: expect.any(String),
  })
  const { data, list_metadata: metadata } = await page('?limit=1')
  expect(data.map(({ id }) => id)).toEqual([second.accountId])
  const rest = await page(`?limit=1&after=${metadata.after}`)
  expect(rest.data.map(({ id }) => id)).toEqual([first.accountId])
  expect(rest.list_metadata.after).toBeNull()
  const none = await expectError(await ask('nobody'), 404)
  expect(none.code).toBe('integration_not_found')
  // A cursor of another organization's list is none of this one.
  await expectError(await ask('strict', `?after=${metadata.after}`, 'org_2'), 422)
})
