import * as v from 'valibot'
import { added, named, says, textOrNull } from './words.ts'

export const errorAnswer = named(
  'Error',
  'Every refusal has this shape.',
  v.strictObject({
    code: says(v.string(), 'Stable, made for programs. `/docs/errors/{code}` explains each.'),
    message: says(v.string(), 'For people: what happened, why, and what to do. May change.'),
    request_id: says(v.string(), 'Leads to the request in the log; also in `X-Request-ID`.'),
    errors: v.optional(
      says(
        v.array(
          v.strictObject({
            field: says(v.string(), 'Path of the field, with dots; empty for the body as a whole.'),
            code: says(
              v.string(),
              '`required`, `unknown_field`, `invalid`, or the code of the error itself.',
            ),
            message: says(v.string(), 'What is wrong with it. Never what was sent.'),
          }),
        ),
        'The fields that are at fault, where some are.',
      ),
    ),
    connected_accounts: v.optional(
      added(
        v.array(
          v.strictObject({
            id: v.string(),
            account_identifier: textOrNull,
            account_display_name: textOrNull,
          }),
        ),
        'With `account_selection_required`: those of which one is to be chosen.',
      ),
    ),
  }),
)

/** Where OAuth has its own shape. */
export const oauthErrorAnswer = named(
  'OAuthError',
  'An error as OAuth clients read it (RFC 6749 §5.2), and ours beside it.',
  v.strictObject({
    error: says(v.string(), 'One of the codes of RFC 6749 and RFC 8693.'),
    error_description: says(v.string(), 'The message, in the characters that RFC 6749 allows.'),
    ...errorAnswer.entries,
  }),
)
