/** What a person can choose on the consent page: words, and what they mean in the body that the page sends. */
export type Choice = {
  readonly id: string
  readonly label: string
  /** Into which part of the body an option's members go. */
  readonly part: 'behaviour' | 'fault' | 'when'
  /** The first is the default; null leaves what is scripted as it is. */
  readonly options: readonly (readonly [string, Readonly<Record<string, unknown>> | null])[]
}

export const CHOICES: readonly Choice[] = [
  {
    id: 'stated',
    label: 'The answer says',
    part: 'behaviour',
    options: [
      ['the true lifetime', null],
      ['no lifetime', { stated_expires_in: 'missing' }],
      ['a wrong one: a day', { stated_expires_in: 'wrong' }],
    ],
  },
  {
    id: 'rotation',
    label: 'Refresh token',
    part: 'behaviour',
    options: [
      ['rotates, reuse ends it', null],
      ['rotates, reuse only fails', { rotation: 'strict', reuse_detection: false }],
      ['rotates, 30 s of grace', { rotation: 'grace', grace_seconds: 30 }],
      ['stays the same', { rotation: 'none' }],
      ['is not issued', { refresh_token: false }],
    ],
  },
  {
    id: 'fault',
    label: 'Trouble',
    part: 'fault',
    options: [
      ['none, or as scripted', null],
      ['slow: three seconds', { kind: 'slow', milliseconds: 3000 }],
      ['429, try in 5 seconds', { kind: 'rate_limited', seconds: 5 }],
      ['503', { kind: 'server_error', status: 503 }],
      ['HTML in place of JSON', { kind: 'html' }],
      ['half of the answer', { kind: 'truncated' }],
      ['cut before the work', { kind: 'cut_before' }],
      ['cut after the work', { kind: 'cut_after' }],
      ['the user revokes', { kind: 'revoked_by_user' }],
      ['an admin revokes', { kind: 'revoked_by_admin' }],
      ['another account answers', { kind: 'account_switched', account: 'mallory@example.com' }],
    ],
  },
  {
    id: 'when',
    label: '… comes at',
    part: 'when',
    options: [
      ['the next refresh', { on: 'refresh', times: 1 }],
      ['every refresh', { on: 'refresh', times: 1000 }],
      ['the connect', { on: 'exchange', times: 1 }],
      ['userinfo', { on: 'userinfo', times: 1 }],
    ],
  },
]
