/** What many providers document word for word as RFC 6749 §5 has it. */
import type { Answer, Failures, Issued, Meaning, Partial, Revoke } from './documented.ts'

/** §5.1, with whatever a provider adds. */
export const bearer = (
  { access, refresh }: Issued,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  access_token: access,
  token_type: 'Bearer',
  ...(refresh === undefined ? {} : { refresh_token: refresh }),
  ...more,
})

/** Who keeps a refresh token repeats it not. */
export const withoutRefresh = ({ refresh: _refresh, ...issued }: Issued): Issued => issued

/** A refresh token comes with the code's answer alone. */
export const refreshOnce = (issued: Issued): Issued =>
  issued.grant === 'code' ? issued : withoutRefresh(issued)

/** With `scope` as a list in one text, and a lifetime. */
export const scoped = (
  issued: Issued,
  expiresIn: number,
  separator = ' ',
): Record<string, unknown> =>
  bearer(issued, { expires_in: expiresIn, scope: issued.scopes.join(separator) })

export const failure = (
  status: number,
  error: string,
  more: Record<string, unknown> = {},
): Answer => ({
  status,
  body: { error, ...more },
})

/** §5.2. */
export const RFC_FAILURES: Failures = {
  code: failure(400, 'invalid_grant'),
  grant: failure(400, 'invalid_grant'),
  client: failure(401, 'invalid_client'),
}

/** An answer about an account, and what a reader of the documentation takes for its id and its name. */
export const account = (body: Record<string, unknown>, id: string, label: string) => ({
  body,
  id,
  label,
})

/** Failures of one meaning, by their codes. */
export const each = (
  meaning: Meaning,
  fails: (code: string) => Answer,
  ...codes: readonly string[]
): readonly (readonly [Meaning, Answer])[] => codes.map((code) => [meaning, fails(code)])

/** The user gives less than was asked for, and the answer lists what was given. */
export const less = (asked: readonly string[], ...lacks: readonly string[]): Partial => ({
  asked,
  listed: asked.filter((one) => !lacks.includes(one)),
  lacks,
})

/** RFC 7009: either token, which ends with nothing else. */
export const rfc7009 = (at: string, client: Revoke['client'], refusal: Answer): Revoke => ({
  at,
  client,
  takes: ['access', 'refresh'],
  ends: 'token',
  done: { status: 200 },
  refusal,
})

/** Who lists no scope beside one that contains it. */
export const largestOf =
  (includes: Readonly<Record<string, readonly string[]>>) =>
  (granted: readonly string[]): readonly string[] =>
    granted.filter((one) => !granted.some((other) => includes[other]?.includes(one)))
