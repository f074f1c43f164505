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

export const environmentSettings = {
  branding: v.nullish(branding),
  requires_binding: v.nullish(v.boolean('must be true or false')),
  user_token_issuers: v.nullish(userTokenIssuers),
}

export type EnvironmentSettingsBody = {
  readonly branding?: v.InferOutput<typeof brandingMembers> | null | undefined
  readonly requires_binding?: boolean | null | undefined
  readonly user_token_issuers?: readonly UserTokenIssuerBody[] | null | undefined
}
