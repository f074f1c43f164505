/** Connections with their timelines, the overview, and API keys. */
import * as v from 'valibot'
import { apiKey } from '../../answers/access.ts'
import { listedAccount } from '../../answers/connected-account.ts'
import { count, listOf, says, textOrNull, time, timeOrNull } from '../../answers/words.ts'
import { accountCounts } from './providers.ts'

/** `GET …/connected_accounts`. */
const operatorAccountList = listOf(listedAccount)

const timelineEntry = v.strictObject({
  id: v.string(),
  at: time,
  kind: v.picklist([
    'connect_started',
    'connect_failed',
    'connected',
    'refreshed',
    'refresh_failed',
    'reauthorization_needed',
    'grant_given_back',
    'disconnected',
  ]),
  class: says(textOrNull, 'Of a failed refresh, as in `last_error`.'),
  code: says(textOrNull, 'The provider’s word, or ours.'),
  text: says(v.string(), 'What happened, for people.'),
})

/** `GET …/connected_accounts/{id}`, and what the actions answer. */
const accountPage = v.strictObject({
  object: v.literal('connected_account_page'),
  account: says(
    v.strictObject({
      ...listedAccount.entries,
      state: v.picklist(['connected', 'needs_reauthorization', 'disconnected']),
    }),
    'Without any token.',
  ),
  timeline: says(v.array(timelineEntry), 'The newest first; a hundred at most.'),
})

/** `POST …/connected_accounts/{id}/refresh`. */
const refreshedAccount = v.strictObject({
  ...accountPage.entries,
  outcome: v.strictObject({
    refreshed: v.boolean(),
    code: says(textOrNull, 'Why not, as vending would answer.'),
    text: v.string(),
  }),
})

/** `GET …/overview`. */
const overview = v.strictObject({
  object: v.literal('overview'),
  integrations: v.array(
    v.strictObject({
      id: v.string(),
      slug: v.string(),
      ownership: v.picklist(['user', 'organization']),
      name: v.string(),
      icon_url: textOrNull,
      enabled: v.boolean(),
      accounts: accountCounts,
    }),
  ),
  totals: accountCounts,
  days: says(
    v.array(
      v.strictObject({
        day: v.pipe(v.string(), v.isoDate()),
        connected: count,
        reauthorization_needed: count,
        disconnected: count,
        refreshed: count,
        refresh_failed: count,
      }),
    ),
    'The last thirty, the oldest first; days without anything are there, with zeros.',
  ),
  incidents: v.array(
    v.strictObject({
      integration_id: v.string(),
      slug: v.string(),
      kind: v.picklist(['misconfigured', 'unreachable', 'incident']),
      code: v.string(),
      since: timeOrNull,
      text: says(v.string(), 'What is wrong.'),
      remedy: says(v.string(), 'What to do.'),
    }),
  ),
  first_run: v.strictObject({
    has_integration: v.boolean(),
    has_connection: v.boolean(),
    has_token: says(v.boolean(), 'A token has been fetched.'),
  }),
})

/** `GET …/api_keys`, without cursors: an environment has a hundred at most that live. */
const operatorKeyList = listOf(apiKey)

export const CONNECTION_ANSWERS = {
  operatorAccountList,
  accountPage,
  refreshedAccount,
  overview,
  operatorKeyList,
} as const
