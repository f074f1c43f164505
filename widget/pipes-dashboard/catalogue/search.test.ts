import { expect, test } from 'vitest'
import { search, type CatalogueEntry } from './search.ts'

const entry = (
  slug: string,
  name: string,
  category: CatalogueEntry['category'],
  aliases: readonly string[] = [],
): CatalogueEntry => ({
  object: 'catalogue_entry',
  slug,
  name,
  category,
  icon_url: `/icons/${slug}.svg`,
  aliases: [...aliases],
  auth_methods: ['oauth'],
  sandbox_only: false,
})

const ENTRIES = [
  entry('digitalocean', 'DigitalOcean', 'infrastructure'),
  entry('github', 'GitHub', 'developer-tools'),
  entry('gitlab', 'GitLab', 'developer-tools'),
  entry('google-calendar', 'Google Calendar', 'calendar', ['gcal', 'G Suite']),
]

const found = (words: string, category = ''): string[] =>
  search(ENTRIES, words, category).map(({ slug }) => slug)

test.each([
  ['git', ['github', 'gitlab', 'digitalocean']],
  ['Git Hub', ['github']],
  ['gcal', ['google-calendar']],
  ['gsuite', ['google-calendar']],
  ['developer tools', ['github', 'gitlab']],
  ['calendar', ['google-calendar']],
  ['nothing', []],
  ['', ['digitalocean', 'github', 'gitlab', 'google-calendar']],
  ['—', ['digitalocean', 'github', 'gitlab', 'google-calendar']],
])('“%s” means %j', (words, slugs) => {
  expect(found(words)).toEqual(slugs)
})

test('a category holds whatever is looked for', () => {
  expect(found('git', 'developer-tools')).toEqual(['github', 'gitlab'])
  expect(found('git', 'calendar')).toEqual([])
})
