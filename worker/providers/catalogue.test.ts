/// <reference types="vite/types/importMeta.d.ts" />
import { expect, test } from 'vitest'
import { CATALOGUE, configureProvider, findProvider } from './catalogue.ts'
import { CATEGORIES, type ProviderDefinition } from './definition.ts'

const ICONS = import.meta.glob<string>('./icons/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const RESERVED = [
  'client_id',
  'client_secret',
  'code',
  'code_challenge',
  'code_challenge_method',
  'code_verifier',
  'grant_type',
  'redirect_uri',
  'refresh_token',
  'response_type',
  'scope',
  'state',
]

test('slugs are unique and the list is sorted by them', () => {
  const slugs = CATALOGUE.map(({ slug }) => slug)
  expect(slugs).toEqual([...new Set(slugs)].toSorted())
})

test('slugs and aliases name one provider each', () => {
  const names = CATALOGUE.flatMap(({ slug, aliases = [] }) => [slug, ...aliases])
  expect(names.length).toBe(new Set(names).size)
})

test('every icon is that of a provider', () => {
  const slugs = new Set(CATALOGUE.map(({ slug }) => slug))
  for (const path of Object.keys(ICONS))
    expect(slugs).toContain(/(\S+)\/(\S+)\.svg/.exec(path)?.[2])
})

test('a slug that is not in the catalogue finds nothing, whatever objects inherit', () => {
  for (const slug of ['githb', '', 'constructor', '__proto__', 'GitHub']) {
    expect(findProvider(slug)).toBeUndefined()
  }
})

test('an operator names a Microsoft directory; anything that could leave its path segment is refused', () => {
  const named = configureProvider('microsoft', { tenant: 'contoso.com' })
  expect(named.ok && named.value.oauth.token.url).toBe(
    'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
  )
  for (const tenant of [
    '..',
    '.',
    'a/b',
    'a?b',
    'a#b',
    'a\\b',
    'evil.com/',
    '%2e%2e',
    '',
    'a b',
    'a\n',
    'ｃｏｍ',
  ]) {
    expect(configureProvider('microsoft', { tenant })).toEqual({
      ok: false,
      failure: { kind: 'invalid_variable', name: 'tenant' },
    })
  }
})

test('a variable that the provider does not have is refused by name', () => {
  expect(configureProvider('github', { host: 'evil.com' })).toEqual({
    ok: false,
    failure: { kind: 'invalid_variable', name: 'host' },
  })
})

/** Something that is true of every entry; what fails names its slug. */
function law(says: string, holds: (entry: ProviderDefinition) => void): void {
  test(says, () => {
    const broken = CATALOGUE.flatMap((entry) => {
      try {
        holds(entry)
        return []
      } catch (error) {
        return [`${entry.slug}: ${String(error)}`]
      }
    })
    expect(broken).toEqual([])
  })
}

law('is plain data: it survives JSON', (entry) => {
  expect(JSON.parse(JSON.stringify(entry))).toEqual(entry)
})

law('has a slug for a path, a name for people and a page that justifies it', (entry) => {
  expect(entry.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(entry.name).not.toBe('')
  expect(entry.docsUrl).toMatch(/^https:\/\//)
  expect(entry.authMethods).toContain('oauth')
  expect(CATEGORIES).toContain(entry.category)
})

law('with its variables at their defaults every address is https and complete', ({ slug }) => {
  const filled = findProvider(slug)
  const urls = [
    filled?.oauth.authorizationUrl,
    filled?.oauth.token.url,
    filled?.oauth.token.refreshUrl,
    filled?.oauth.userinfo?.url,
    filled?.oauth.revocation?.url.replace('{client_id}', 'id'),
  ].filter((url) => url !== undefined)
  expect(urls.length).toBeGreaterThanOrEqual(2)
  for (const url of urls) {
    expect(new URL(url).href).toBe(url)
    expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\/[^{}#]*$/)
  }
})

law('no variable stands in a host', ({ oauth }) => {
  const urls = [oauth.authorizationUrl, oauth.token.url]
  for (const url of urls) expect(url.split('/')[2]).not.toContain('{')
})

law('its extra parameters leave ours alone', ({ oauth }) => {
  const extras = [oauth.authorizationParams, oauth.token.params, oauth.token.refreshParams]
  for (const name of extras.flatMap((params) => Object.keys(params))) {
    expect(RESERVED).not.toContain(name)
  }
})

law('does without PKCE only for a reason', ({ oauth }) => {
  if (!oauth.pkce) expect(oauth.noPkceReason.length).toBeGreaterThan(20)
})

law('asks by default for scopes that it offers or that identify the user', ({ oauth }) => {
  const offered = new Set(oauth.scopes.available.map(({ value }) => value))
  const identity = new Set(['openid', 'profile', 'email', 'offline_access'])
  for (const scope of [...oauth.scopes.default, ...oauth.scopes.required]) {
    expect(offered.has(scope) || identity.has(scope), scope).toBe(true)
  }
  for (const { value, description } of oauth.scopes.available) {
    expect(value).not.toContain(oauth.scopes.separator)
    expect(description).not.toBe('')
  }
})

law('keeps no token as metadata', ({ oauth }) => {
  for (const path of oauth.response.keep) expect(path).not.toMatch(/token|secret/)
})

law('has an icon that is square, small and does nothing, or a monogram', ({ slug }) => {
  const icon = ICONS[`./icons/${slug}.svg`]
  if (icon === undefined) return
  const [, , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(icon)?.slice(1) ?? []
  expect(width).toBe(height)
  expect(icon.length).toBeLessThan(4096)
  expect(icon).not.toMatch(
    /<(script|style|image|foreignObject|!|\?)|\son\w+=|\sstyle=|data:|javascript:/i,
  )
  expect(icon).not.toMatch(/(href|src)="(?!#)|url\((?!#)/)
})
