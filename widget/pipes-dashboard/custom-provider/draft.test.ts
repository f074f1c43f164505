import { expect, test } from 'vitest'
import type { OperatorIntegration } from '../../../worker/contract/operator/answers.ts'
import { advancedFaults, readAdvanced } from './advanced.ts'
import {
  customChange,
  customCreation,
  customDraftOf,
  newCustomDraft,
  slugOf,
  withDescription,
} from './draft.ts'

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

test('an address that was emptied is taken away', () => {
  const revocation_url = 'https://id.example/revoke'
  const opened = {
    ...integration,
    custom_provider: { ...integration.custom_provider, revocation_url },
  }
  const draft = customDraftOf(opened)
  expect(draft.revocationUrl).toBe(revocation_url)
  expect(customChange(opened, { ...draft, revocationUrl: ' ' })).toEqual({
    custom_provider: { revocation_url: null },
  })
})

test('what the form has no field for is shown as JSON, and what is plain is not', () => {
  const oauth = { response: { root: 'data' } }
  const definition = {
    ...integration.custom_provider,
    oauth,
    request_scope_separator: ' ',
    refresh_token_url: null,
    config_fields: [],
  }
  const opened = { ...integration, custom_provider: definition } as OperatorIntegration
  const draft = customDraftOf(opened)
  expect(JSON.parse(draft.advanced)).toEqual({ oauth })
  expect(customDraftOf(integration).advanced).toBe('')

  expect(customChange(opened, draft)).toEqual({})
  expect(customChange(opened, { ...draft, advanced: '{"request_scope_separator":","}' })).toEqual({
    custom_provider: { request_scope_separator: ',', oauth: null },
  })
})

test('of a whole description each part goes where the form has it', () => {
  const draft = withDescription(newCustomDraft, {
    name: 'Acme',
    token_url: 'https://acme.example/token',
    pkce_enabled: false,
    oauth: { token: { headers: { 'x-version': '1' } } },
  })
  expect(draft).toMatchObject({ name: 'Acme', tokenUrl: 'https://acme.example/token', pkce: false })
  expect(customCreation(draft, 'dik_1')['custom_provider']).toMatchObject({
    token_url: 'https://acme.example/token',
    oauth: { token: { headers: { 'x-version': '1' } } },
  })
})

test.each([
  ['', { said: {} }],
  ['{"oauth":{}}', { said: { oauth: {} } }],
  ['[]', { wrong: 'must be an object: { … }' }],
  ['{', { wrong: expect.stringMatching(/^is not JSON/) as string }],
])('%j is read', (text, read) => {
  expect(readAdvanced(text)).toEqual(read)
})

test('what the server finds wrong there is said there', () => {
  const fields = new Map([
    ['custom_provider.oauth.refresh.by.kind', 'must have the kind access_token'],
    ['custom_provider.token_url', 'is required'],
    ['scopes', 'must be a list'],
  ])
  expect(advancedFaults(fields).map(([, fault]) => fault)).toEqual([
    'oauth.refresh.by.kind: must have the kind access_token',
  ])
})
