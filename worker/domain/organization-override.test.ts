import { expect, test } from 'vitest'
import type { CredentialsType, DataIntegration } from './integration.ts'
import { clientUnset, integrationFor, type OrganizationOverride } from './organization-override.ts'

const integration = (changes: Partial<DataIntegration> = {}): DataIntegration => ({
  id: 'data_integration_1',
  environmentId: 'environment_1',
  slug: 'github',
  ownership: 'user',
  credentialsType: 'custom',
  redirectKey: 'dik_1',
  clientVersionId: 'client_of_the_developer',
  scopes: ['a', 'b'],
  authMethods: ['oauth'],
  config: { region: 'eu' },
  description: null,
  enabled: true,
  isCustomProvider: false,
  securityVersion: 3,
  deletingAt: null,
  createdAt: 1,
  updatedAt: 1,
  ...changes,
})

const override = (changes: Partial<OrganizationOverride> = {}): OrganizationOverride => ({
  id: 'organization_override_1',
  environmentId: 'environment_1',
  dataIntegrationId: 'data_integration_1',
  organizationId: 'org_1',
  enabled: null,
  scopes: null,
  clientVersionId: 'client_of_the_organization',
  config: { region: 'us', account: 'x' },
  securityVersion: 2,
  createdAt: 1,
  updatedAt: 1,
  ...changes,
})

const DEFAULTS = ['d']

test('without a word of the organization everything is as the developer has it', () => {
  expect(integrationFor(integration(), null, DEFAULTS)).toEqual({
    ...integration(),
    disabledBy: null,
  })
})

test.for([
  [true, null, null],
  [true, true, null],
  [true, false, 'organization'],
  [false, null, 'developer'],
  [false, true, 'developer'],
  [false, false, 'developer'],
] as const)('developer %s and organization %s: disabled by %s', ([own, theirs, disabledBy]) => {
  const found = integrationFor(
    integration({ enabled: own }),
    override({ enabled: theirs }),
    DEFAULTS,
  )
  expect(found).toMatchObject({ disabledBy, enabled: disabledBy === null })
})

test.for([
  ['custom', ['a', 'b'], null, ['a', 'b']],
  ['custom', ['a', 'b'], ['b', 'c'], ['b']],
  ['custom', null, ['d', 'c'], ['d']],
  ['shared', null, null, null],
  ['shared', ['a'], ['b'], []],
  ['organization', ['a'], null, ['a']],
  ['organization', ['a'], ['b', 'c'], ['b', 'c']],
] as const)('%s, developer %o, organization %o: asked for %o', ([type, own, theirs, asked]) => {
  const row = integration({ credentialsType: type as CredentialsType, scopes: own })
  expect(integrationFor(row, override({ scopes: theirs }), DEFAULTS).scopes).toEqual(asked)
})

test('client and config are the organization’s where they are left to it, and nowhere else', () => {
  const open = integration({ credentialsType: 'organization', clientVersionId: null })
  expect(integrationFor(open, override(), DEFAULTS)).toMatchObject({
    clientVersionId: 'client_of_the_organization',
    config: { region: 'us', account: 'x' },
  })
  expect(integrationFor(integration(), override(), DEFAULTS)).toMatchObject({
    clientVersionId: 'client_of_the_developer',
    config: { region: 'eu' },
  })
  // A client that the developer once had is nobody’s way in.
  const left = integration({ credentialsType: 'organization' })
  expect(integrationFor(left, null, DEFAULTS).clientVersionId).toBeNull()
})

test('a change of either is one that an attempt notices', () => {
  const versions = [
    [3, 2],
    [4, 2],
    [3, 3],
  ].map(
    ([own = 0, theirs = 0]) =>
      integrationFor(
        integration({ securityVersion: own }),
        override({ securityVersion: theirs }),
        DEFAULTS,
      ).securityVersion,
  )
  expect(versions[1]).not.toBe(versions[0])
  expect(versions[2]).not.toBe(versions[0])
  expect(integrationFor(integration(), null, DEFAULTS).securityVersion).toBe(3)
})

test('who has no client to connect with is told what is missing', () => {
  const open = integration({ credentialsType: 'organization', clientVersionId: null })
  const set = integrationFor(open, override(), DEFAULTS)
  const unset = integrationFor(open, null, DEFAULTS)
  expect(clientUnset(set, 'org_1')).toBeUndefined()
  expect(clientUnset(unset, 'org_1')?.kind).toBe('organization_credentials_missing')
  expect(clientUnset(unset, null)?.kind).toBe('organization_required')
  expect(clientUnset(integrationFor(integration(), null, DEFAULTS), null)).toBeUndefined()
})
