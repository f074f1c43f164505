import { expect, test } from 'vitest'
import { searchProviders, type Searchable } from './search-providers.ts'

const ROWS: readonly Searchable[] = [
  { slug: 'gmail', name: 'Gmail', aliases: ['google-mail'], terms: ['mail', 'inbox'] },
  { slug: 'google-calendar', name: 'Google Calendar', aliases: ['gcal'], terms: ['calendar'] },
  { slug: 'google-drive', name: 'Google Drive', aliases: ['gdrive'] },
  { slug: 'jira', name: 'Jira', terms: ['issues', 'atlassian'] },
  {
    slug: 'microsoft-outlook',
    name: 'Microsoft Outlook',
    aliases: ['outlook', 'o365', 'office-365'],
  },
  {
    slug: 'microsoft-outlook-calendar',
    name: 'Microsoft Outlook Calendar',
    aliases: ['outlook-calendar'],
  },
  { slug: 'microsoft-teams', name: 'Microsoft Teams', aliases: ['ms-teams', 'teams'] },
  { slug: 'x', name: 'X (Twitter)', aliases: ['twitter'] },
  { slug: 'pagerduty', name: 'PagerDuty' },
  { slug: 'acme', name: 'Ácme' },
]

const found = (typed: string): string[] => searchProviders(ROWS, typed).map(({ slug }) => slug)

test.each([
  ['gcal', ['google-calendar']],
  ['Outlook', ['microsoft-outlook', 'microsoft-outlook-calendar']],
  ['o365', ['microsoft-outlook']],
  ['Office 365', ['microsoft-outlook']],
  ['gdrive', ['google-drive']],
  ['jira', ['jira']],
  ['atlassian', ['jira']],
  ['MS Teams', ['microsoft-teams']],
  ['google  cal', ['google-calendar']],
  ['calendar', ['google-calendar', 'microsoft-outlook-calendar']],
  ['twitter', ['x']],
  ['duty', ['pagerduty']],
  ['acme', ['acme']],
  ['ACMÉ', ['acme']],
  ['mail', ['gmail']],
  ['nothing like it', []],
  ['du', []],
  ['.*', ROWS.map(({ slug }) => slug)],
  ['  ', ROWS.map(({ slug }) => slug)],
])('%j', (typed, slugs) => {
  expect(found(typed)).toEqual(slugs)
})

test('one letter is the provider of that name first', () => {
  expect(found('x')[0]).toBe('x')
})
