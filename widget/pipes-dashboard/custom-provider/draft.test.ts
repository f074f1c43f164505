import { expect, test } from 'vitest'
import type { OperatorIntegration } from '../../../worker/contract/operator/answers.ts'
import { customChange, customCreation, customDraftOf, newCustomDraft, slugOf } from './draft.ts'

const integration = {
  slug: 'acme-id',
  name: 'Acme ID',
  description: null,
  scopes: ['openid'],
  credentials: { type: 'custom', client_id: 'client', redacted_client_secret: 'cret' },
  custom_provider: {
    name: 'Acme ID',
    authorization_url: 'https://id.example/authorize',
    token_url: 'https://id.example/token',
    pkce_enabled: true,
    authenticate_via: 'basic_auth_header',
  },
} as unknown as OperatorIntegration

test.each([
  ['Acme ID', 'acme-id'],
  ['  Čeština & Co.  ', 'cestina-co'],
  ['…', ''],
])('%s is called %s in addresses', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('what was described goes out, and nothing that was left empty', () => {
  const draft = {
    ...newCustomDraft,
    slug: 'acme-id',
    name: ' Acme ID ',
    tokenUrl: ' https://id.example/token ',
    clientId: 'client',
    scopes: 'openid, email',
  }
  expect(customCreation(draft, 'dik_1')).toEqual({
    provider: 'acme-id',
    redirect_key: 'dik_1',
    enabled: true,
    description: null,
    scopes: ['openid', 'email'],
    custom_provider: {
      name: 'Acme ID',
      pkce_enabled: true,
      authenticate_via: 'request_body',
      token_url: 'https://id.example/token',
    },
    credentials: { type: 'custom', client_id: 'client' },
  })
})

test('only what differs goes out: the rest stays as another operator has set it', () => {
  const draft = customDraftOf(integration)
  expect(customChange(integration, draft)).toEqual({})
  expect(customChange(integration, { ...draft, tokenUrl: 'https://id.example/v2/token' })).toEqual({
    custom_provider: { token_url: 'https://id.example/v2/token' },
  })
  expect(customChange(integration, { ...draft, clientSecret: 'new' })).toEqual({
    credentials: { type: 'custom', client_id: 'client', client_secret: 'new' },
  })
})
