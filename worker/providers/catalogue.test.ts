/// <reference types="vite/types/importMeta.d.ts" />
import { expect, test } from 'vitest'
import { CATEGORIES } from '../domain/category.ts'
import { isCheap } from '../kit/pattern-cost.ts'
import { canonicalSlug, CATALOGUE, findProvider } from './catalogue.ts'
import { speaksOAuth, type OAuthProvider, type ProviderDefinition } from './definition.ts'
import { checkIntegrationConfig } from './config-fields.ts'
import { fillConfig, sampleOf, templateProblem, typedHosts } from './fill-config.ts'
import { hasIcon } from './monograms.ts'
import { OTHER_NAMES } from './other-names.ts'
import { PAGES } from './pages/all.ts'

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

test('a page is found under its own slug, and made once', () => {
  for (const [slug, page] of Object.entries(PAGES)) {
    expect(page().slug).toBe(slug)
    expect(findProvider(slug)).toBe(findProvider(slug))
  }
})

// As far as its slugs are known (November 2026).
const HOSTED = `
acuity-scheduling addepar adobe aimfox aircall airtable apaleo apollo-oauth asana atlassian
attio box cal-dot-com calendly confluence datadog dropbox frame-io front github gitlab gmail
gong google google-calendar google-drive helpscout hubspot intercom intralinks jira linear
microsoft microsoft-onedrive microsoft-onenote microsoft-outlook microsoft-outlook-calendar
microsoft-sharepoint microsoft-teams microsoft-todo notion prefect pydantic-logfire quickbooks
salesforce sentry slack snowflake stripe xero zendesk zoom
`

test('the slugs of the hosted product are slugs here', () => {
  const slugs = HOSTED.trim().split(/\s+/)
  expect(slugs).toHaveLength(52)
  expect(slugs.filter((slug) => findProvider(slug) === undefined)).toEqual([])
})

test('other names are those of providers', () => {
  for (const slug of Object.keys(OTHER_NAMES)) expect(findProvider(slug), slug).toBeDefined()
  expect(canonicalSlug('gcal')).toBe('google-calendar')
  for (const slug of ['github', 'my-own', 'constructor', '__proto__']) {
    expect(canonicalSlug(slug)).toBe(slug)
  }
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

test('the list of monograms is of those without an icon', () => {
  const drawn = new Set(Object.keys(ICONS))
  for (const { slug } of CATALOGUE) {
    expect([slug, hasIcon(slug)]).toEqual([slug, drawn.has(`./icons/${slug}.svg`)])
  }
})

test('a slug that is not in the catalogue finds nothing, whatever objects inherit', () => {
  for (const slug of ['githb', '', 'constructor', '__proto__', 'GitHub']) {
    expect(findProvider(slug)).toBeUndefined()
  }
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

/** The same for those that speak OAuth. */
const oauthLaw = (says: string, holds: (entry: OAuthProvider) => void): void =>
  law(says, (entry) => {
    if (speaksOAuth(entry)) holds(entry)
  })

law('is plain data: it survives JSON', (entry) => {
  expect(JSON.parse(JSON.stringify(entry))).toEqual(entry)
})

law('has a slug for a path, a name for people and a page that justifies it', (entry) => {
  expect(entry.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(entry.name).not.toBe('')
  expect(entry.docsUrl).toMatch(/^https:\/\//)
  expect(entry.authMethods.length).toBeGreaterThan(0)
  expect(entry.authMethods.includes('oauth')).toBe(entry.oauth?.authorizationUrl !== undefined)
  expect(CATEGORIES).toContain(entry.category)
})

oauthLaw('every address is https, complete, and can be filled in safely', (entry) => {
  const { authorizationUrl, token, userinfo, revocation } = entry.oauth
  const urls = [
    authorizationUrl,
    token.url,
    token.refreshUrl,
    entry.oauth.upgrade?.url,
    userinfo?.url,
    revocation?.url.replace('{client_id}', 'id'),
    revocation?.nonceUrl,
  ].filter((url) => url !== undefined)
  for (const url of urls) {
    expect(templateProblem(url, entry.configFields)).toBeUndefined()
    expect(new URL(sampleOf(url)).href).toBe(sampleOf(url))
    expect(sampleOf(url)).toMatch(/^https:\/\/[a-z0-9.-]+\/[^{}#]*$/)
  }
})

law(
  'asks for what it needs in fields that have a pattern, an example that fits and a default that fits',
  (entry) => {
    const keys = entry.configFields.map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)])
    for (const field of entry.configFields) {
      expect(field.pattern, field.key).toBeDefined()
      for (const value of [field.example, field.default].filter((one) => one !== undefined)) {
        expect(checkIntegrationConfig(entry.configFields, { [field.key]: value }).ok).toBe(true)
        expect(fillConfig(entry, { [field.key]: value }).ok, value).toBe(true)
      }
    }
  },
)

oauthLaw('its extra parameters leave ours alone', ({ oauth }) => {
  const extras = [oauth.authorizationParams, oauth.token.params, oauth.token.refreshParams]
  for (const name of extras.flatMap((params) => Object.keys(params))) {
    expect(RESERVED).not.toContain(name)
  }
})

oauthLaw('renames and omits only what is ours, and takes nobody else’s name', ({ oauth }) => {
  for (const names of [oauth.rename ?? {}, oauth.authorizationRename ?? {}]) {
    for (const [ours, theirs] of Object.entries(names)) {
      expect(RESERVED).toContain(ours)
      expect(RESERVED).not.toContain(theirs)
    }
  }
  for (const name of oauth.authorizationOmits ?? []) expect(RESERVED).toContain(name)
  // Without these nobody could tell whose answer it is.
  expect(oauth.authorizationOmits ?? []).not.toContain('state')
})

oauthLaw('does without PKCE only for a reason', ({ oauth }) => {
  if (!oauth.pkce) expect(oauth.noPkceReason.length).toBeGreaterThan(20)
})

oauthLaw('asks by default for scopes that it offers or that identify the user', ({ oauth }) => {
  const offered = new Set(oauth.scopes.available.map(({ value }) => value))
  const identity = new Set(['openid', 'profile', 'email', 'offline_access'])
  for (const scope of [...oauth.scopes.default, ...oauth.scopes.required]) {
    expect(offered.has(scope) || identity.has(scope), scope).toBe(true)
  }
  for (const { value, description } of oauth.scopes.available) {
    expect(value).not.toContain(oauth.scopes.separator)
    expect(description).not.toBe('')
    expect(description, 'words, not the scope once more').not.toBe(value)
  }
})

oauthLaw('keeps no token, code or proof as metadata', ({ oauth }) => {
  const { keep = [], echo = [] } = oauth.callback ?? {}
  for (const path of [...oauth.response.keep, ...keep, ...echo]) {
    expect(path).not.toMatch(/token|secret|hmac|state|^code$/)
  }
})

oauthLaw('lets a callback set no whole host', (entry) => {
  for (const key of Object.keys(entry.oauth.callback?.config ?? {})) {
    expect(entry.configFields.map((field) => field.key)).toContain(key)
    expect([...typedHosts(entry)]).not.toContain(key)
  }
})

law('is offered, or says why not and what takes its place', ({ notOffered }) => {
  if (notOffered === undefined) return
  expect(notOffered.reason.length).toBeGreaterThan(20)
  if (notOffered.kind === 'retired') expect(findProvider(notOffered.successor ?? '')).toBeDefined()
})

law('holds nothing that looks like a secret', (entry) => {
  for (const text of JSON.stringify(entry).match(/"(?:[^"\\]|\\.)*"/g) ?? []) {
    expect(text).not.toMatch(/(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA|eyJ)[-_]?[A-Za-z0-9]{16,}/)
  }
})

law('has patterns that answer at once, whatever is typed', ({ configFields }) => {
  for (const { key, pattern = '', patternFlags = '' } of configFields) {
    // A group that repeats itself and what is in it: the shape of every catastrophic pattern.
    expect(pattern, key).not.toMatch(/[+*}]\)[+*]/)
    // The same is asked of those that an operator describes.
    expect(isCheap(pattern), key).toBe(true)
    // It is wrapped as a whole; an anchor of its own would bind only one of its branches.
    expect(pattern, key).not.toMatch(/^\^|\$$/)
    const whole = new RegExp(`^(?:${pattern})$`, `${patternFlags}u`)
    const started = performance.now()
    for (const stuff of ['a', 'a.', 'a-', '1', '-', '.a']) {
      whole.test(`${stuff.repeat(255 / stuff.length)}!`)
    }
    expect(performance.now() - started, key).toBeLessThan(50)
  }
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
