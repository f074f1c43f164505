/** Every field of every provider that stands in a host, with every hostile label: the host stays the provider's. */
import { expect, test } from 'vitest'
import { HOSTILE_LABELS } from '../test/hostile-labels.ts'
import { CATALOGUE } from './catalogue.ts'
import { checkIntegrationConfig, effectiveConfig } from './config-fields.ts'
import type { ConfigField, ProviderDefinition } from './definition.ts'
import { authorityOf, fillConfig, isClosedList, typedHosts } from './fill-config.ts'

const urlsOf = ({ oauth }: ProviderDefinition): readonly string[] =>
  [
    oauth?.authorizationUrl,
    oauth?.token.url,
    oauth?.token.refreshUrl,
    oauth?.upgrade?.url,
    oauth?.revocation?.url,
    oauth?.userinfo?.url,
  ].filter((url) => url !== undefined)

const inHosts = CATALOGUE.flatMap((entry) =>
  entry.configFields
    .filter(({ key }) => urlsOf(entry).some((url) => authorityOf(url).includes(`{${key}}`)))
    .map((field) => ({ entry, field })),
)

const examples = ({ configFields }: ProviderDefinition): Record<string, string> =>
  Object.fromEntries(configFields.map(({ key, example = '' }) => [key, example]))

/** The definition with one field at a value; undefined: refused, which the API answers with 422. */
function withValue(entry: ProviderDefinition, { key }: ConfigField, value: string) {
  if (!checkIntegrationConfig(entry.configFields, { [key]: value }).ok) return undefined
  const config = effectiveConfig(entry.configFields, examples(entry), { [key]: value })
  const filled = fillConfig(entry, config)
  return filled.ok ? filled.value : undefined
}

test('there are fields in hosts, and hostile labels, to speak of', () => {
  expect(inHosts.length).toBeGreaterThan(40)
  expect(HOSTILE_LABELS).toHaveLength(43)
})

test('the example of each field goes where it should', () => {
  for (const { entry, field } of inHosts) {
    expect(withValue(entry, field, field.example ?? field.default ?? ''), entry.slug).toBeDefined()
  }
})

test('no hostile label leads out of the provider’s hosts', () => {
  const led: string[] = []
  for (const { entry, field } of inHosts) {
    const isTyped = typedHosts(entry).has(field.key)
    for (const value of HOSTILE_LABELS) {
      const filled = withValue(entry, field, value)
      if (filled === undefined) continue
      const templates = urlsOf(entry)
      urlsOf(filled).forEach((url, place) => {
        const authority = authorityOf(templates[place] ?? '')
        const end = authority.slice(authority.lastIndexOf('}') + 1)
        // What is read is what was written: nothing was cut off, decoded or folded on the way.
        const isWhole = new URL(url).host === authorityOf(url)
        // A whole host is the developer's to name (decision 30); a listed one is in our own list.
        const isTheirs = end.startsWith('.')
          ? authorityOf(url).endsWith(end)
          : !isClosedList(field) && isTyped
        if (!isWhole || !isTheirs) led.push(`${entry.slug}: ${JSON.stringify(value)} → ${url}`)
      })
    }
  }
  expect(led).toEqual([])
})

test('who names a whole host is the developer', () => {
  for (const { entry, field } of inHosts) {
    if (typedHosts(entry).has(field.key)) expect(field.scope, entry.slug).toBe('integration')
  }
})

test.each(['evil.com', 'nl.evil.com', 'nl|be', 'co\\.uk', 'NL', ''])(
  'a closed list takes what is in it, and not %j',
  (value) => {
    const exact = inHosts.find(({ entry }) => entry.slug === 'exact-online')
    if (exact === undefined) throw new Error('no such provider')
    expect(withValue(exact.entry, exact.field, 'co.uk')?.oauth?.token.url).toBe(
      'https://start.exactonline.co.uk/api/oauth2/token',
    )
    expect(withValue(exact.entry, exact.field, value)).toBeUndefined()
    // Its own pattern left aside: the place judges, too.
    expect(fillConfig(exact.entry, { country: value }).ok).toBe(false)
  },
)
