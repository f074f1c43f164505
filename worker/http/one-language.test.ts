/** One language: an entry of the catalogue that an operator writes down is the same provider. */
import { expect, test } from 'vitest'
import { toCustomProvider } from './integration-body.ts'
import { CATALOGUE, findProvider } from '../providers/catalogue.ts'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import { speaksOAuth, type ProviderDefinition } from '../providers/definition.ts'
import { readyDefinition, readyProvider } from '../test/providers.ts'
import { wireOf } from '../test/wire-lines.ts'
import { customJson } from '../tools/providers/custom-json.ts'

const definitionOf = (source: Readonly<Record<string, unknown>>, slug = 'shown') =>
  customProviderDefinition({ ...toCustomProvider(source).input, slug })

/** Of the one inside of this deployment there is nothing to describe. */
const isOthers = ({ builtIn }: ProviderDefinition): boolean => builtIn !== true

/** Who it is and how it is offered is not the description's to say. */
const described = ({
  slug: _slug,
  verified: _by,
  authMethods: _ways,
  notOffered: _why,
  builtIn: _own,
  ...rest
}: ProviderDefinition) => rest

test('every entry can be described by the API, and means the same', () => {
  const different = CATALOGUE.filter(speaksOAuth)
    .filter(isOthers)
    .flatMap((entry) => {
      try {
        const custom = definitionOf(customJson(entry), entry.slug)
        expect(described(custom)).toEqual(described(entry))
        return []
      } catch (error) {
        const { body } = error as { body?: unknown }
        return [`${entry.slug}: ${String(error)} ${JSON.stringify(body ?? '')}`]
      }
    })
  expect(different).toEqual([])
})

test('a provider of keys alone is described by its name and what it asks', () => {
  const entry = findProvider('algolia') as ProviderDefinition
  expect(described(definitionOf(customJson(entry)))).toEqual(described(entry))
})

// Nested tokens, JSON under Basic, a host of the user's own, a host of a list, My Domain, other names, a second
// exchange by GET, answers with status 200, a name for the redirect URI, a callback that tells, a page behind #.
const ODD = `slack notion shopify zoho salesforce tiktok tiktok-ads instagram withings ebay bigcommerce
apollo-oauth amazon-selling-partner microsoft-teams github`

test.each(ODD.split(/\s+/))('%s is spoken to as before, byte for byte', async (slug) => {
  const ours = readyProvider(slug)
  const entry = findProvider(slug)
  if (ours === undefined || entry === undefined) throw new Error(`no provider ${slug}`)
  const custom = readyDefinition(definitionOf(customJson(entry)))
  if (custom === undefined) throw new Error(`${slug} does not speak OAuth`)
  // Which ways are offered is chosen beside the description.
  const { authMethods } = ours
  expect(await wireOf({ ...custom, authMethods })).toBe(await wireOf(ours))
})
