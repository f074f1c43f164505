import * as v from 'valibot'
import { ACCESS_TOKEN } from '../token-exchange.ts'
import { count, named, says } from './words.ts'

export const exchangedToken = named(
  'ExchangedToken',
  'A token of the provider (RFC 8693 §2.2.1).',
  v.strictObject({
    access_token: says(v.string(), 'Send it to the provider.'),
    issued_token_type: v.literal(ACCESS_TOKEN),
    token_type: v.literal('Bearer'),
    expires_in: v.optional(
      says(count, 'Seconds; absent when it does not expire or nobody knows when.'),
    ),
    scope: v.optional(says(v.string(), 'What the user granted, with blanks between.')),
  }),
)
