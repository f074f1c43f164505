/** What organizations have set for themselves, seen from a provider and from an organization. */
import { expect, test } from 'vitest'
import type { OrganizationOverrideList } from '../../../contract/operator/answers.ts'
import { join, setUpOwner } from '../../../test/dashboard.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment({ kind: 'sandbox' })
  const viewer = await join(await setUpOwner(), 'viewer')
  const strict = await h.createProvider()
  const bodies = [
    { provider: 'snowflake', enabled: true, credentials: { type: 'organization' } },
    { provider: 'openai', auth_methods: ['api_key'], ownership: 'organization' },
  ]
  for (const body of bodies) await expectJson(await h.api('POST', '/data-integrations', body), 201)
  const configure = async (organization: string, slug: string, body: object) =>
    expectJson(
      await h.api(
        'PUT',
        `/organizations/${organization}/data_integration_configurations/${slug}`,
        body,
      ),
      200,
    )
  const ask = (query = '') =>
    viewer.call('GET', `/environments/${h.environment.id}/organization_overrides${query}`)
  const list = async (query?: string) => expectJson<OrganizationOverrideList>(await ask(query), 200)
  return { h, viewer, strict, configure, ask, list }
}

const named = ({ data }: OrganizationOverrideList) =>
  data.map((one) => `${one.organization_id} ${one.provider_slug}`)

test('an override is found by its provider and by its organization, with what it sets and no secret', async () => {
  const { configure, list, ask } = await setUp()
  await configure('org_a', 'strict', { enabled: false })
  await configure('org_b', 'snowflake', {
    client_id: 'of-b',
    client_secret: 'canary-of-b',
    config: { account: 'b-prod' },
  })
  await configure('org_a', 'snowflake', { scopes: ['refresh_token'] })
  await configure('org_a', 'openai?ownership=organization', { enabled: false })

  expect(named(await list())).toEqual([
    'org_a openai',
    'org_a snowflake',
    'org_b snowflake',
    'org_a strict',
  ])
  expect(named(await list('?provider=snowflake'))).toEqual(['org_a snowflake', 'org_b snowflake'])
  expect(named(await list('?organization_id=org_b'))).toEqual(['org_b snowflake'])
  expect(named(await list('?organization_id=org_a&provider=strict'))).toEqual(['org_a strict'])
  expect(named(await list('?provider=openai&ownership=organization'))).toEqual(['org_a openai'])
  expect(named(await list('?organization_id=org_'))).toEqual([])

  const answer = await (await ask('?provider=snowflake')).text()
  expect(answer).not.toContain('canary-of-b')
  expect((JSON.parse(answer) as OrganizationOverrideList).data).toMatchObject([
    {
      enabled: null,
      scopes: ['refresh_token'],
      client: null,
      client_missing: true,
    },
    {
      name: 'Snowflake',
      enabled: null,
      provider_enabled: true,
      client: { client_id: 'of-b', client_secret_last_four: 'of-b' },
      client_missing: false,
      config: { account: 'b-prod' },
    },
  ])
  expect((await list('?organization_id=org_a&provider=strict')).data).toMatchObject([
    { name: 'Strict', icon_url: null, enabled: false, client: null, client_missing: false },
  ])
})

test('pages of it are walked by cursors; a provider that is not there is none', async () => {
  const { h, viewer, configure, ask, list } = await setUp()
  for (const organization of ['org_1', 'org_2', 'org_3']) {
    await configure(organization, 'strict', { enabled: false })
  }
  const first = await list('?provider=strict&limit=2')
  expect(named(first)).toEqual(['org_3 strict', 'org_2 strict'])
  const { after } = first.list_metadata
  expect(named(await list(`?provider=strict&limit=2&after=${after}`))).toEqual(['org_1 strict'])
  // A cursor is of one list.
  await expectError(await ask(`?limit=2&after=${after}`), 422)
  expect((await expectError(await ask('?provider=github'), 404)).code).toBe('integration_not_found')
  await expectError(await ask('?organization_id='), 422)
  const other = await seedEnvironment()
  const there = `/environments/${other.environment.id}/organization_overrides`
  expect(await (await viewer.call('GET', there)).json()).toMatchObject({ data: [] })
  expect((await h.api('DELETE', '/data-integrations/strict')).status).toBeLessThan(300)
  expect((await list()).data).toEqual([])
})
