import { describe, expect, test } from 'vitest'
import { integrationOf, methodsNow, needsForm, type Integration } from './integration.ts'

const read = (row: object): Integration => {
  const integration = integrationOf({ slug: 's', name: 'S', ...row }, 'https://pipes.example')
  if (integration === null) throw new Error('not read')
  return integration
}

describe('the ways to connect', () => {
  test.each([
    [['oauth'], ['oauth'], false],
    [['api_key', 'oauth'], ['oauth', 'api_key'], true],
    [['client_credentials'], ['client_credentials'], true],
    [undefined, ['oauth'], false],
    [[], ['oauth'], false],
    [['a_new_one'], ['oauth'], false],
    [['a_new_one', 'api_key'], ['api_key'], true],
  ])('%j are read as %j; a form: %j', (authMethods, methods, isForm) => {
    const integration = read({ authMethods })
    expect(integration.methods).toEqual(methods)
    expect(needsForm(integration)).toBe(isForm)
  })

  test('an account keeps its way, unless there is that way no more', () => {
    const installation = { id: 'di_1', auth_method: 'oauth' }
    expect(methodsNow(read({ authMethods: ['oauth', 'api_key'], installation }))).toEqual(['oauth'])
    expect(methodsNow(read({ authMethods: ['api_key'], installation }))).toEqual(['api_key'])
  })
})

describe('the accounts', () => {
  const ids = (row: object): readonly string[] => read(row).accounts.map(({ id }) => id)

  test('begin with the one that other clients see, and each is there once', () => {
    const [one, other] = [{ id: 'di_1' }, { id: 'di_2' }]
    expect(ids({})).toEqual([])
    expect(ids({ installation: one })).toEqual(['di_1'])
    expect(ids({ installation: other, connected_accounts: [one, other] })).toEqual(['di_2', 'di_1'])
    expect(ids({ installation: null, connected_accounts: [one, {}, 'x'] })).toEqual(['di_1'])
  })

  test('say what they were not granted, as far as it is text', () => {
    const installation = { id: 'di_1', missing_scopes: ['repo', 7, null] }
    expect(read({ installation }).account?.missing).toEqual(['repo'])
  })
})
