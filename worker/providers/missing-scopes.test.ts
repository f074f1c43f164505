import { expect, test } from 'vitest'
import { readyProvider } from '../test/providers.ts'
import { missingScopes } from './missing-scopes.ts'

function missing(slug: string, requested: string[], granted: string[] | undefined): string[] {
  const definition = readyProvider(slug)
  if (definition === undefined) throw new Error(`no provider ${slug}`)
  return missingScopes(definition, requested, granted)
}

const GOOGLE = 'https://www.googleapis.com/auth/'

test('a provider that lists nothing granted what was asked for', () => {
  expect(missing('notion', ['read'], undefined)).toEqual([])
})

test('an empty list is not the same as no list', () => {
  expect(missing('github', ['repo'], [])).toEqual(['repo'])
})

test('what the user unticked is missing, in the spelling and order of the request', () => {
  const requested = ['openid', `${GOOGLE}calendar.readonly`, `${GOOGLE}drive.readonly`]
  expect(missing('google', requested, ['openid'])).toEqual(requested.slice(1))
})

test('Google lists email and profile under their other names', () => {
  const granted = [`${GOOGLE}userinfo.email`, `${GOOGLE}userinfo.profile`, 'openid']
  expect(missing('google', ['openid', 'email', 'profile'], granted)).toEqual([])
  expect(missing('google', ['email'], ['email'])).toEqual([])
  expect(missing('google', [`${GOOGLE}userinfo.email`], ['email'])).toEqual([])
})

test('GitHub drops a scope that another includes', () => {
  expect(missing('github', ['user', 'user:email', 'read:user'], ['user'])).toEqual([])
  expect(missing('github', ['repo', 'public_repo'], ['repo'])).toEqual([])
  expect(missing('github', ['repo'], ['public_repo'])).toEqual(['repo'])
})

test('inclusion is followed through several steps', () => {
  expect(missing('github', ['read:org'], ['admin:org'])).toEqual([])
  expect(missing('gmail', [`${GOOGLE}gmail.send`], ['https://mail.google.com/'])).toEqual([])
})

test('Microsoft answers with full addresses in another case and leaves out what shapes the answer', () => {
  const requested = ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Mail.Read']
  const granted = ['https://graph.microsoft.com/user.read', 'mail.read']
  expect(missing('microsoft-outlook', requested, granted)).toEqual([])
  expect(missing('microsoft-outlook', requested, ['User.Read'])).toEqual(['Mail.Read'])
})

test('case matters where the provider did not say otherwise', () => {
  expect(missing('slack', ['chat:write'], ['Chat:write'])).toEqual(['chat:write'])
})

test('names that every object inherits are scopes like any other', () => {
  expect(missing('github', ['constructor', '__proto__'], ['repo'])).toEqual([
    'constructor',
    '__proto__',
  ])
  expect(missing('github', ['repo'], ['constructor', '__proto__'])).toEqual(['repo'])
})
