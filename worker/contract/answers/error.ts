import * as v from 'valibot'
import { named, says } from './words.ts'

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
  }),
)
