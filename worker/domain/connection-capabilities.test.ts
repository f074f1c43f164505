/** What the server lets an administrator do with each state of a row: contract/widget.md 4. */
import { expect, test } from 'vitest'
import { capabilitiesOf } from './connection-capabilities.ts'
import type { AuthMethod, CredentialsType } from './integration.ts'
import type { Disabler, EffectiveIntegration } from './organization-override.ts'

type Case = readonly [
  problem: string,
  of: {
    readonly disabledBy?: Disabler
    readonly methods?: readonly AuthMethod[]
    readonly type?: CredentialsType
    readonly client?: string | null
    readonly account?: AuthMethod
  },
  expected: string,
]

const CASES: readonly Case[] = [
  ['nothing connected', {}, 'configure connect'],
  ['connected by OAuth', { account: 'oauth' }, 'configure reauthorize disconnect'],
  ['connected by a key', { account: 'api_key' }, 'configure update disconnect'],
  ['connected by a client', { account: 'client_credentials' }, 'configure update disconnect'],
  ['the developer has switched it off', { disabledBy: 'developer' }, ''],
  ['… with a connection', { disabledBy: 'developer', account: 'oauth' }, 'disconnect'],
  ['the organization has', { disabledBy: 'organization' }, 'configure'],
  ['… with a connection', { disabledBy: 'organization', account: 'oauth' }, 'configure disconnect'],
  ['no client yet', { type: 'organization', client: null }, 'configure'],
  ['its own client', { type: 'organization' }, 'configure connect'],
  [
    'no client any more',
    { type: 'organization', client: null, account: 'oauth' },
    'configure disconnect',
  ],
  [
    'no client yet, and another way',
    { type: 'organization', client: null, methods: ['oauth', 'api_key'] },
    'configure connect',
  ],
]

test.for(CASES)('%s', ([, of, expected]) => {
  const integration = {
    slug: 'strict',
    ownership: 'organization',
    disabledBy: of.disabledBy ?? null,
    authMethods: of.methods ?? ['oauth'],
    credentialsType: of.type ?? 'custom',
    clientVersionId: of.client === undefined ? 'client_1' : of.client,
  } as EffectiveIntegration
  const account = of.account === undefined ? undefined : { authMethod: of.account }
  const given = Object.entries(capabilitiesOf(integration, account, 'org_1'))
  const names = given.flatMap(([name, isGiven]) => (isGiven ? [name] : []))
  const words = { canUpdateCredentials: 'update' } as Readonly<Record<string, string>>
  expect(names.map((name) => words[name] ?? name.replace('can', '').toLowerCase()).join(' ')).toBe(
    expected,
  )
})
