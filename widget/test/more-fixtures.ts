/** Several accounts, what is shared, long lists: what the widget shows with its second script (as `fixtures.ts`). */
import { allRows, API_ORIGIN, list, wireInstallation, wireRow } from './fixtures.ts'
import type { ViewFixture, WireInstallation, WireRow, WireShared } from './fixtures.ts'

const octocat: WireInstallation = {
  ...wireInstallation('github', 'octocat'),
  scopes: ['repo', 'read:user', 'unheard:of'],
  missing_scopes: [],
  created_at: '2026-10-02T09:00:00.000Z',
  last_used_at: '2026-11-23T08:00:00.000Z',
  needs_user_at: '2027-04-01T09:00:00.000Z',
}
const work: WireInstallation = {
  ...wireInstallation('github', 'ada@work.example'),
  id: 'data_installation_github_2',
  scopes: ['read:user'],
  missing_scopes: ['repo', 'gist'],
  created_at: '2025-11-01T09:00:00.000Z',
  last_used_at: null,
}
const scopeDescriptions = {
  repo: 'Full access to repositories',
  'read:user': 'Read profile data',
  gist: 'Create gists',
}

const github = wireRow({
  slug: 'github',
  name: 'GitHub',
  description: 'Repositories, issues and pull requests',
  scopeDescriptions,
})
const [, ...otherRows] = allRows

/** One account that does all it should. */
export const oneAccount: WireRow = {
  ...github,
  installation: octocat,
  connected_accounts: [octocat],
}
export const limitedAccount: WireRow = { ...github, installation: work, connected_accounts: [work] }
export const twoAccounts: WireRow = {
  ...github,
  installation: octocat,
  connected_accounts: [octocat, { ...work, missing_scopes: [] }],
}
/** Each with a face, the second with a name of the user's own, and used. */
export const namedAccounts: WireRow = {
  ...github,
  installation: { ...octocat, ...faced('1'), connection_role: 'compatibility', preferred: false },
  connected_accounts: [
    { ...octocat, ...faced('1'), connection_role: 'compatibility', preferred: false },
    { ...work, ...faced('2'), missing_scopes: [], nickname: 'Work', preferred: true },
  ],
}
const overRows: readonly WireRow[] = allRows.filter(
  ({ installation }) => installation?.state === 'needs_reauthorization',
)

export const shared: WireShared = {
  organizationName: 'Acme',
  data: [
    sharedRow('zendesk', 'Zendesk', 'Tickets of the whole team', 'available'),
    sharedRow('snowflake', 'Snowflake', null, 'needs_admin_attention'),
  ],
}

function faced(id: string) {
  return { picture_url: `${API_ORIGIN}/account-pictures/${id}` }
}

function sharedRow(slug: string, name: string, description: string | null, availability: string) {
  return {
    object: 'data_integration',
    slug,
    name,
    description,
    iconUrl: `${API_ORIGIN}/icons/${slug}.svg`,
    connected_accounts: [{ id: `di_${slug}`, availability }],
  }
}

const CATEGORIES = ['developer-tools', 'communication', 'files-forms', 'crm-sales'] as const
const NAMED: readonly WireRow[] = [
  wireRow({
    slug: 'google-calendar',
    name: 'Google Calendar',
    aliases: ['gcal'],
    category: 'email-calendar',
  }),
  wireRow({ slug: 'pokedex', name: 'Pokédex', category: 'social-media' }),
]

/** @param length at least three */
export const longList = (length: number): readonly WireRow[] => [
  ...NAMED,
  ...Array.from({ length: length - NAMED.length }, (_none, index) =>
    wireRow({
      slug: `service-${index + 1}`,
      name: `Service ${index + 1}`,
      description: `What the service of number ${index + 1} is good for`,
      category: CATEGORIES[index % CATEGORIES.length] ?? 'support',
    }),
  ),
]

export const moreViews: readonly ViewFixture[] = [
  { name: 'limited', mine: list([limitedAccount, ...otherRows.slice(0, 1)]), shows: 'More access' },
  { name: 'two-accounts', mine: list([twoAccounts, ...otherRows.slice(0, 1)]), shows: 'Manage' },
  {
    name: 'details',
    mine: list([limitedAccount, ...otherRows.slice(0, 1)]),
    press: ['Details of GitHub'],
    shows: 'Add another account',
  },
  {
    name: 'details-two',
    mine: list([twoAccounts, ...otherRows.slice(0, 1)]),
    press: ['Manage GitHub'],
    shows: 'Add another account',
  },
  { name: 'named', mine: list([namedAccounts, ...otherRows.slice(0, 1)]), shows: 'In use' },
  {
    name: 'details-named',
    mine: list([namedAccounts, ...otherRows.slice(0, 1)]),
    press: ['Manage GitHub'],
    shows: 'Add another account',
  },
  { name: 'over', mine: list(overRows), shows: 'Requires reauthorization' },
  {
    name: 'administrator',
    mine: list(allRows),
    press: ['Connect Slack'],
    attempt: { status: 'failed', error: { code: 'admin_consent_required', message: 'Not yet.' } },
    shows: 'Ask my administrator',
  },
  { name: 'shared', mine: list([oneAccount, ...otherRows.slice(0, 1)], shared), shows: 'Acme' },
  { name: 'long', mine: list(longList(24)), shows: 'Service 22' },
]
