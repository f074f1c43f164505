/** What is set for a connection becomes part of addresses to which secrets go: B1-B27 of security.md. */
import { expect, test } from 'vitest'
import {
  checkInstallationConfig,
  checkIntegrationConfig,
  effectiveConfig,
} from './config-fields.ts'
import type { ConfigField, OAuthProvider } from './definition.ts'
import { defineProvider } from './define-provider.ts'
import { HOSTILE_LABELS } from '../test/hostile-labels.ts'
import { fillConfig, sampleOf, templateProblem, unfilledKey } from './fill-config.ts'

const SUBDOMAIN: ConfigField = {
  key: 'subdomain',
  label: 'Subdomain',
  required: true,
  scope: 'installation',
}
const HOST: ConfigField = { key: 'host', label: 'Host', required: true, scope: 'integration' }

const provider = (url: string, ...configFields: ConfigField[]): OAuthProvider =>
  defineProvider({
    slug: 'acme',
    name: 'Acme',
    verified: 'operator',
    configFields,
    oauth: { authorizationUrl: `${url}/authorize`, token: { url: `${url}/token` } },
  })

const LABELLED = provider('https://{subdomain}.zendesk.com/oauth', SUBDOMAIN)
const TYPED = provider('https://{host}/oauth', HOST)
const IN_PATH = provider('https://login.example.com/{subdomain}', SUBDOMAIN)

test.for(HOSTILE_LABELS)(
  '%j never leaves a label: refused, whatever its pattern allows',
  (value) => {
    expect(fillConfig(LABELLED, { subdomain: value })).toEqual({
      ok: false,
      failure: { kind: 'config_unfit', key: 'subdomain' },
    })
  },
)

test('a label with a pattern may have dots, and the host stays below the fixed end', () => {
  const field = { ...SUBDOMAIN, pattern: '[a-z.]+' }
  const filled = fillConfig(provider('https://{subdomain}.zendesk.com/oauth', field), {
    subdomain: 'acme.evil.com',
  })
  const url = filled.ok ? filled.value.oauth?.token.url : ''
  expect(new URL(url ?? '').hostname).toBe('acme.evil.com.zendesk.com')
  expect(
    fillConfig(provider('https://{subdomain}.zendesk.com/oauth', { ...field, pattern: '.+' }), {
      subdomain: 'evil.com/x',
    }).ok,
  ).toBe(false)
})

test.for([
  '127.0.0.1',
  '0x7f.1',
  '2130706433',
  'localhost',
  'foo.localhost',
  'metadata.google.internal',
  'single',
  'acme.example.com:8443',
  'acme.example.com/path',
  'user@acme.example.com',
  '[::1]',
  'ACME.example.com',
  'acme.example.com.',
])('%j is no host that an operator may name', (host) => {
  expect(fillConfig(TYPED, { host }).ok).toBe(false)
})

test('an operator names a public host; whoever connects never does', () => {
  const filled = fillConfig(TYPED, { host: 'okta.acme.example' })
  expect(filled.ok && filled.value.oauth?.token.url).toBe('https://okta.acme.example/oauth/token')
  const asked = provider('https://{host}/oauth', { ...HOST, scope: 'installation' })
  expect(fillConfig(asked, { host: 'okta.acme.example' }).ok).toBe(false)
})

test.for(['..', '.', 'a/b', 'a?b', 'a#b', 'a\\b', '%2e%2e', '', 'a b', 'a\n', 'ｃｏｍ'])(
  '%j is no segment of a path',
  (subdomain) => {
    expect(fillConfig(IN_PATH, { subdomain }).ok).toBe(false)
  },
)

test('all addresses are filled, and what is not known yet is left for later', () => {
  const half = fillConfig(LABELLED, {})
  expect(half.ok && unfilledKey(half.value)).toBe('subdomain')
  const whole = fillConfig(LABELLED, { subdomain: 'acme', unrelated: 'x' })
  expect(whole.ok && whole.value.oauth?.authorizationUrl).toBe(
    'https://acme.zendesk.com/oauth/authorize',
  )
  expect(whole.ok && unfilledKey(whole.value)).toBeUndefined()
})

test('a template is safe only with declared fields, alone as a host of operators, or before a fixed end', () => {
  const problem = (url: string, field: ConfigField) => templateProblem(url, [field])
  expect(problem('https://{other}.acme.com/', SUBDOMAIN)).toBe('field_undeclared')
  expect(problem('https://{subdomain}/', SUBDOMAIN)).toBe('host_field_not_operators')
  expect(problem('https://{host}/', HOST)).toBeUndefined()
  for (const url of [
    'https://{subdomain}.com/',
    'https://acme.{subdomain}/',
    'https://{subdomain}:8443/',
    'https://{subdomain}@acme.com/',
    'https://acme.com:{subdomain}/',
  ]) {
    expect([url, problem(url, SUBDOMAIN)]).toEqual([url, 'field_not_alone_or_fixed'])
  }
  expect(sampleOf('https://{host}/a/{b}')).toBe('https://host.example/a/x')
})

test('config of an integration: declared fields whose whole value matches', () => {
  const fields = [{ ...SUBDOMAIN, pattern: '[a-z]+|x', patternFlags: 'i' as const }]
  expect(checkIntegrationConfig(fields, { subdomain: 'Acme' }).ok).toBe(true)
  for (const [values, reason] of [
    [{ subdomain: 'acme1' }, 'pattern'],
    [{ subdomain: 'xa\n' }, 'pattern'],
    [{ other: 'a' }, 'undeclared'],
    [JSON.parse('{"__proto__":"a"}') as Record<string, string>, 'undeclared'],
    [{ constructor: 'a' }, 'undeclared'],
  ] as const) {
    const checked = checkIntegrationConfig(fields, values)
    expect(!checked.ok && checked.failure.reason).toBe(reason)
  }
})

test('config of a connection: what is needed, nothing of the operator’s, nothing that is set already', () => {
  const fields = [SUBDOMAIN, HOST, { ...SUBDOMAIN, key: 'region', default: 'eu' }]
  const check = (
    values: Record<string, string>,
    pinned: Record<string, string> = { host: 'a' },
  ) => {
    const checked = checkInstallationConfig(fields, values, pinned)
    return checked.ok ? 'ok' : `${checked.failure.key} ${checked.failure.reason}`
  }
  expect(check({ subdomain: 'acme' })).toBe('ok')
  expect(check({})).toBe('subdomain required')
  expect(check({}, { subdomain: 'acme', host: 'a' })).toBe('ok')
  expect(check({ subdomain: 'acme' }, {})).toBe('host required')
  expect(check({ subdomain: 'evil' }, { subdomain: 'acme', host: 'a' })).toBe('subdomain pinned')
  expect(check({ subdomain: 'acme', host: 'evil' })).toBe('host not_for_connections')
  expect(effectiveConfig(fields, { host: 'a' }, { subdomain: 'acme' })).toEqual({
    region: 'eu',
    host: 'a',
    subdomain: 'acme',
  })
})
