/** What members see of what their organization shares: contract/widget.md 3. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../../test/harness.ts'
import { createSecretProvider } from '../../../test/secret-providers.ts'
import { rowsOf } from '../../../test/faults.ts'
import { expectJson } from '../../../test/wire.ts'

const KEY = 'canary-shared-key-0001'

const setUp = async () => {
  const h = await seedEnvironment()
  const { id } = await createSecretProvider(h, { ownership: 'organization' })
  const share = async (organization: string) =>
    expectJson<{ id: string }>(
      await h.api('PUT', '/data-integrations/secretive/api-key', {
        user_id: 'admin',
        organization_id: organization,
        connection_owner: 'organization',
        secret: KEY,
      }),
      200,
    )
  const shared = async (organization?: string, user = 'user_1') => {
    const token = await h.widgetToken(user, organization)
    const answer = await h.widget('GET', '/DataIntegrations/shared-connections', undefined, {
      token,
    })
    return (await expectJson<{ data: Record<string, unknown>[] }>(answer, 200)).data
  }
  return { h, id, share, shared }
}

test('one request brings the rows with what is shared, where that is wanted', async () => {
  const { h, share, shared } = await setUp()
  await share('org_1')
  const token = await h.widgetToken('user_1', 'org_1')
  const mine = async (query: string, status = 200) =>
    expectJson<Record<string, unknown>>(
      await h.widget('GET', `/DataIntegrations/mine${query}`, undefined, { token }),
      status,
    )
  const whole = await mine('?include=shared')
  expect(whole['shared']).toEqual({ organizationName: null, data: await shared('org_1') })
  expect(await mine('')).toEqual({ data: whole['data'] })
  expect(await mine('?include=all', 422)).toMatchObject({ code: 'invalid_request' })
})

test('members see whether the connection works, and nothing else of it', async () => {
  const { id, share, shared } = await setUp()
  expect(await shared('org_1')).toEqual([])
  const account = await share('org_1')
  const text = expect.any(String) as string
  const row = {
    object: 'data_integration',
    id,
    name: 'Secretive',
    description: null,
    slug: 'secretive',
    ownership: 'organization',
    connected_accounts: [
      {
        object: 'connected_account',
        id: account.id,
        state: 'connected',
        availability: 'available',
        created_at: text,
        updated_at: text,
      },
    ],
  }
  expect(await shared('org_1')).toEqual([row])
  expect(await shared('org_1', 'user_2')).toEqual([row])
  expect(await shared('org_2')).toEqual([])
  expect(await shared()).toEqual([])
})

test('what is over, or switched off, needs an administrator', async () => {
  const { h, share, shared } = await setUp()
  const { id } = await share('org_1')
  const availability = async () =>
    (await shared('org_1')).map((row) => row['connected_accounts'])[0]
  await h.api('PUT', '/data-integrations/secretive/organization', { enabled: false })
  expect(await availability()).toMatchObject([
    { state: 'connected', availability: 'needs_admin_attention' },
  ])
  await h.api('PUT', '/data-integrations/secretive/organization', { enabled: true })
  expect(await availability()).toMatchObject([{ availability: 'available' }])
  await rowsOf("UPDATE connected_accounts SET state = 'needs_reauthorization' WHERE id = ?", id)
  expect(await availability()).toMatchObject([
    { state: 'needs_reauthorization', availability: 'needs_admin_attention' },
  ])
})

test('the organization is the session’s, by the name that the product gave it, else by its id', async () => {
  const { h } = await setUp()
  const of = async (body: Record<string, unknown>) => {
    const made = await h.api('POST', '/widgets/token', { user_id: 'user_1', ...body })
    const { token } = await expectJson<{ token: string }>(made, 201)
    // As the published widgets read it.
    JSON.parse(atob(token.split('.')[1] ?? ''))
    const path = '/UserManagement/organizations'
    const answer = await h.widget('GET', path, undefined, { token })
    return (await expectJson<{ data: unknown[] }>(answer, 200)).data
  }
  const organization = { id: 'org_1', current: true, favicon: null }
  expect(await of({})).toEqual([])
  expect(await of({ organization_name: 'Nobody’s' })).toEqual([])
  expect(await of({ organization_id: 'org_1' })).toEqual([{ ...organization, name: 'org_1' }])
  expect(await of({ organization_id: 'org_1', organization_name: 'Çelik & Söhne' })).toEqual([
    { ...organization, name: 'Çelik & Söhne' },
  ])
  // A name that would read otherwise than it is.
  expect(await of({ organization_id: 'org_1', organization_name: '\u202Eevil\u200B' })).toEqual([
    { ...organization, name: 'evil' },
  ])
})
