/**
 * Answers of the Worker, as they are on the wire, and every state in which the widget can be seen.
 * Used by the widget's tests and by the script that takes its pictures; imports nothing, so that both can.
 */

export const API_ORIGIN = 'https://pipes.example'

export type WireRow = {
  readonly object: 'data_integration'
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly iconUrl?: string
  readonly authMethods?: readonly string[]
  readonly configFields?: readonly WireField[]
  readonly config?: Readonly<Record<string, unknown>>
  readonly installation: WireInstallation | null
  readonly connected_accounts?: readonly WireInstallation[]
  readonly disabledSource?: 'developer' | 'organization' | null
  readonly category?: string
  readonly aliases?: readonly string[]
  readonly scopeDescriptions?: Readonly<Record<string, string>>
}

export type WireShared = {
  readonly organizationName: string | null
  readonly data: readonly object[]
}

export type WireField = {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly scope: 'installation' | 'integration'
  readonly description?: string
  readonly example?: string
  readonly pattern?: string
  readonly patternFlags?: string
  readonly order?: number
  readonly default?: string
  readonly secret?: boolean
}

export type WireInstallation = {
  readonly object: 'connected_account'
  readonly id: string
  readonly state: 'connected' | 'needs_reauthorization'
  readonly account_identifier: string | null
  readonly account_display_name: string | null
  readonly nickname?: string | null
  readonly preferred?: boolean
  readonly connection_role?: 'compatibility' | 'standard'
  readonly picture_url?: string | null
  readonly auth_method?: string
  readonly api_key_last_4?: string | null
  readonly client_id?: string | null
  readonly client_secret_last_4?: string | null
  readonly config?: Readonly<Record<string, string>>
  readonly scopes?: readonly string[]
  readonly missing_scopes?: readonly string[]
  readonly created_at?: string
  readonly last_used_at?: string | null
  readonly needs_user_at?: string | null
}

/** @param row what differs from a provider that is not connected */
export const wireRow = (
  row: Partial<WireRow> & { readonly slug: string; readonly name: string },
): WireRow => ({
  object: 'data_integration',
  description: null,
  iconUrl: `${API_ORIGIN}/icons/${row.slug}.svg`,
  installation: null,
  ...row,
})

export const wireInstallation = (slug: string, label: string | null): WireInstallation => ({
  object: 'connected_account',
  id: `data_installation_${slug}`,
  state: 'connected',
  account_identifier: null,
  account_display_name: label,
})

const github = wireRow({
  slug: 'github',
  name: 'GitHub',
  description: 'Repositories, issues and pull requests',
})
const slack = wireRow({ slug: 'slack', name: 'Slack', description: 'Messages and channels' })

const githubConnected: WireRow = {
  ...github,
  installation: wireInstallation('github', 'octocat'),
}

/** A list in which each state of a row occurs. */
export const allRows: readonly WireRow[] = [
  githubConnected,
  slack,
  wireRow({
    slug: 'google-drive',
    name: 'Google Drive',
    description: 'Files and folders that you choose',
    installation: {
      ...wireInstallation('google-drive', 'ada@example.com'),
      state: 'needs_reauthorization',
    },
  }),
  wireRow({
    slug: 'linear',
    name: 'Linear',
    description: 'Issues, projects and cycles',
    installation: wireInstallation('linear', null),
  }),
  wireRow({ slug: 'notion', name: 'Notion' }),
  wireRow({
    slug: 'microsoft-outlook',
    name: 'Microsoft Outlook',
    description:
      'Mail, contacts and calendars of your work or school account, so that meetings find their way here',
  }),
]

export type WireAnswer = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const refusal = (status: number, code: string, message: string): WireAnswer => ({
  status,
  body: { code, message, request_id: 'req_01' },
})

export const list = (data: readonly WireRow[], shared?: WireShared): WireAnswer => ({
  status: 200,
  body: { object: 'list', data, ...(shared && { shared }) },
})

export const originNotAllowed = refusal(
  403,
  'origin_not_allowed',
  'The origin https://app.example is not registered for this environment. Register it under allowed origins.',
)
const tokenExpired = refusal(403, 'widget_token_expired', 'The widget session has expired.')
export const serverError = refusal(500, 'internal_error', 'Something went wrong.')

export type ViewFixture = {
  readonly name: string
  /** What `GET …/mine` answers; null = nothing, ever. */
  readonly mine: WireAnswer | null
  /** Buttons to press, by their accessible names, to get there. */
  readonly press?: readonly string[]
  /** What to type then, by the inputs' labels. */
  readonly type?: Readonly<Record<string, string>>
  /** What to press after that. */
  readonly submit?: string
  /** What a key or a client is answered with. */
  readonly put?: WireAnswer
  /** What every attempt then is. */
  readonly attempt?: {
    readonly status: string
    readonly error: { readonly code: string; readonly message: string } | null
  }
  /** A text by which one knows that the state is reached. */
  readonly shows: string
}

export const views: readonly ViewFixture[] = [
  { name: 'list', mine: list(allRows), shows: 'octocat' },
  { name: 'loading', mine: null, shows: 'Loading' },
  { name: 'empty', mine: list([]), shows: 'No integrations yet' },
  { name: 'failed', mine: serverError, shows: 'Try again' },
  { name: 'origin-not-allowed', mine: originNotAllowed, shows: 'https://app.example' },
  { name: 'session-expired', mine: tokenExpired, shows: 'Your session has expired' },
  {
    name: 'waiting',
    mine: list(allRows),
    press: ['Connect Slack'],
    attempt: { status: 'opened', error: null },
    shows: 'Waiting for Slack…',
  },
  {
    name: 'denied',
    mine: list(allRows),
    press: ['Connect Slack'],
    attempt: { status: 'failed', error: { code: 'access_denied', message: 'The user said no.' } },
    shows: 'Access was declined at Slack',
  },
  {
    name: 'confirm-disconnect',
    mine: list(allRows),
    press: ['Disconnect GitHub'],
    shows: 'Disconnect GitHub?',
  },
]
