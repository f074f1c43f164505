import { expect, test } from 'vitest'
import type {
  CatalogueProvider,
  OperatorIntegration,
} from '../../../worker/contract/operator/answers.ts'
import { change, creation, draftOf, newDraft } from './draft.ts'

const provider: CatalogueProvider = {
  object: 'catalogue_entry',
  slug: 'acme',
  name: 'Acme',
  category: 'crm',
  icon_url: '/icons/acme.svg',
  aliases: [],
  auth_methods: ['oauth', 'api_key'],
  sandbox_only: false,
  docs_url: null,
  scopes: {
    default: ['read'],
    available: [
      { value: 'read', description: 'Read' },
      { value: 'write', description: 'Write' },
    ],
    required: [],
    mandatory: false,
  },
  config_fields: [
    {
      key: 'region',
      label: 'Region',
      required: false,
      scope: 'integration',
      description: null,
      example: null,
      pattern: null,
      default: 'eu',
    },
  ],
  needs_client: true,
  needs_client_secret: true,
  shared_offered: false,
  redirect_key: 'dik_1',
  redirect_uri: 'https://pipes.example/data-integrations/acme/dik_1/callback',
  set_up: [],
  taken: [],
}

const integration = {
  slug: 'acme',
  ownership: 'user',
  auth_methods: ['oauth'],
  scopes: ['read', 'odd:scope'],
  config: { region: 'us' },
  description: null,
  credentials: { type: 'custom', client_id: 'client', redacted_client_secret: 'cret' },
} as unknown as OperatorIntegration

test('what nobody touched follows the catalogue, and goes out with the redirect URI that was shown', () => {
  const draft = { ...newDraft(provider), clientId: ' client ', clientSecret: ' secret ' }
  expect(creation(provider, draft)).toEqual({
    provider: 'acme',
    redirect_key: 'dik_1',
    ownership: 'user',
    enabled: true,
    auth_methods: ['oauth'],
    scopes: null,
    description: null,
    config: { region: 'eu' },
    credentials: { type: 'custom', client_id: 'client', client_secret: 'secret' },
  })
})

test('a root that is there already is not proposed again', () => {
  expect(newDraft({ ...provider, taken: ['user'] }).ownership).toBe('organization')
})

test('without OAuth there is neither client nor scope', () => {
  const draft = { ...newDraft(provider), methods: new Set(['api_key'] as const) }
  const body = creation(provider, draft)
  expect(body).not.toHaveProperty('credentials')
  expect(body).not.toHaveProperty('scopes')
})

test('a key of one’s own goes along where keys are how one connects, half of it, too', () => {
  const firstKey = { userId: ' user_1 ', organizationId: '', secret: 'sk_1' }
  const draft = { ...newDraft(provider), firstKey }
  expect(creation(provider, draft)).not.toHaveProperty('api_key')
  const byKey = { ...draft, methods: new Set(['api_key'] as const) }
  expect(creation(provider, byKey)['api_key']).toEqual({ user_id: 'user_1', secret: 'sk_1' })
  expect(change(provider, integration, byKey)['api_key']).toEqual({
    user_id: 'user_1',
    secret: 'sk_1',
  })
  const half = { ...byKey, firstKey: { ...firstKey, userId: '', organizationId: 'org_1' } }
  expect(creation(provider, half)['api_key']).toEqual({
    user_id: '',
    organization_id: 'org_1',
    secret: 'sk_1',
  })
})

test('a scope that the catalogue does not describe is text, and stays what it is', () => {
  const draft = draftOf(provider, integration)
  expect([...draft.scopes]).toEqual(['read'])
  expect(draft.otherScopes).toBe('odd:scope')
  const typed = { ...draft, otherScopes: 'odd:scope,  another\nread' }
  expect(change(provider, integration, typed)['scopes']).toEqual(['read', 'odd:scope', 'another'])
})

test('only what differs goes out: the rest stays as another operator has set it', () => {
  const draft = draftOf(provider, integration)
  expect(change(provider, integration, draft)).toEqual({})
  expect(change(provider, integration, { ...draft, description: 'New.' })).toEqual({
    description: 'New.',
  })
  expect(change(provider, integration, { ...draft, config: { region: ' ' } })).toEqual({
    config: {},
  })
})

test('the client goes out only where it has changed, the secret only where it was typed', () => {
  const draft = draftOf(provider, integration)
  expect(change(provider, integration, draft)).not.toHaveProperty('credentials')
  expect(change(provider, integration, { ...draft, clientId: 'other' })['credentials']).toEqual({
    type: 'custom',
    client_id: 'other',
  })
  expect(change(provider, integration, { ...draft, clientSecret: 'new' })['credentials']).toEqual({
    type: 'custom',
    client_id: 'client',
    client_secret: 'new',
  })
  expect(
    change(provider, integration, { ...draft, credentials: 'organization' })['credentials'],
  ).toEqual({ type: 'organization' })
})
