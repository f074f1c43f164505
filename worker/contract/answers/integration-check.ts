import * as v from 'valibot'
import { named, says, textOrNull, time } from './words.ts'

const finding = named(
  'Finding',
  'What was found about one thing, and what to do.',
  v.strictObject({
    verdict: says(
      v.picklist(['ok', 'wrong', 'cannot_tell']),
      '`cannot_tell`: the provider answers what is right and what is wrong alike, or does not answer.',
    ),
    code: says(v.string(), 'Stable; new ones may come.'),
    message: says(v.string(), 'For people: what it means, and the fix.'),
    evidence: says(
      v.nullable(v.strictObject({ status: v.nullable(v.number()), error: textOrNull })),
      'The provider’s status and OAuth error code; null where it was not asked.',
    ),
  }),
)

export const integrationCheck = named(
  'DataIntegrationCheck',
  'What a provider says of an integration’s client before any user is sent there.',
  v.strictObject({
    object: v.literal('data_integration_check'),
    slug: v.string(),
    ownership: v.picklist(['user', 'organization']),
    findings: v.strictObject({
      client: says(finding, 'Client id and secret.'),
      redirect_uri: finding,
      scopes: finding,
      endpoints: says(finding, 'The token endpoint.'),
    }),
    checked_at: time,
  }),
)
