/** What `/environments` takes beside the addresses: null takes a setting away, absent leaves it. */
import * as v from 'valibot'
import { notAList } from './plain-object.ts'

const MAX_ISSUERS = 10

const text = (maxLength: number) =>
  v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(maxLength, `must have at most ${maxLength} characters`),
  )

const brandingMembers = v.strictObject({
  name: v.nullish(text(100)),
  logo_url: v.nullish(text(2048)),
  accent_color: v.nullish(
    v.pipe(
      v.string('must be a string'),
      v.regex(/^#[0-9a-f]{6}$/i, 'must be a colour of the form #rrggbb'),
    ),
  ),
})
const branding = v.pipe(notAList, brandingMembers)

const userTokenIssuer = v.strictObject({
  issuer: text(2048),
  jwks_uri: text(2048),
  audience: text(2048),
  user_claim: v.nullish(text(200)),
  organization_claim: v.nullish(text(200)),
})

type UserTokenIssuerBody = v.InferOutput<typeof userTokenIssuer>

const userTokenIssuers = v.pipe(
  v.array(userTokenIssuer),
  v.maxLength(MAX_ISSUERS, `must have at most ${MAX_ISSUERS} entries`),
  v.check(
    (issuers) => new Set(issuers.map(pairOf)).size === issuers.length,
    'must not have two entries with the same issuer and audience',
  ),
)

const pairOf = ({ issuer, audience }: UserTokenIssuerBody): string =>
  JSON.stringify([issuer, audience])

const wholeNumber = (min: number, max: number) => {
  const words = `must be a whole number from ${min} to ${max}`
  return v.pipe(v.number(words), v.integer(words), v.minValue(min, words), v.maxValue(max, words))
}

export const environmentSettings = {
  branding: v.nullish(branding),
  requires_binding: v.nullish(v.boolean('must be true or false')),
  widget_session_minutes: v.nullish(wholeNumber(5, 60)),
  keep_alive_days: v.nullish(wholeNumber(0, 3650)),
  user_token_issuers: v.nullish(userTokenIssuers),
}

export type EnvironmentSettingsBody = {
  readonly branding?: v.InferOutput<typeof brandingMembers> | null | undefined
  readonly requires_binding?: boolean | null | undefined
  readonly widget_session_minutes?: number | null | undefined
  readonly keep_alive_days?: number | null | undefined
  readonly user_token_issuers?: readonly UserTokenIssuerBody[] | null | undefined
}
