/** Signing in through Cloudflare Access. */
import { ApiError } from '../api-error.ts'
import { quote } from './words.ts'
import type { Failure, FailureTable } from './failure.ts'

type Refused = Extract<Failure, { readonly kind: 'access_assertion_refused' }>

export const accessFailures: FailureTable<
  | 'access_off'
  | 'access_assertion_missing'
  | 'access_assertion_refused'
  | 'access_person_unknown'
  | 'access_keys_unavailable'
> = {
  access_off: () =>
    new ApiError(
      403,
      'access_off',
      'This deployment does not sign in through Cloudflare Access. worker/OPERATING.md, “Cloudflare Access”, says which variables switch it on.',
    ),
  access_assertion_missing: () =>
    new ApiError(
      403,
      'access_assertion_missing',
      'This request did not come through Cloudflare Access: it has no Cf-Access-Jwt-Assertion. The application must cover both /dashboard and /operator of this host.',
    ),
  access_assertion_refused: ({ reason }) =>
    new ApiError(
      403,
      'access_assertion_refused',
      `Cloudflare Access does not vouch for this request: ${REFUSED[reason]}`,
    ),
  access_person_unknown: ({ email }) =>
    new ApiError(
      403,
      'access_person_unknown',
      `Cloudflare Access knows ${quote(email)}, and this deployment does not. Ask an owner to invite this address.`,
    ),
  access_keys_unavailable: ({ retryAfterSeconds }) =>
    new ApiError(
      503,
      'access_keys_unavailable',
      'The keys of the Cloudflare Access team cannot be read right now, so nobody can be believed or refused. Try again after Retry-After; if it stays so, look at ACCESS_TEAM_DOMAIN and at the log (issuer_keys_unreadable).',
      { retryAfterSeconds },
    ),
}

const REFUSED: Readonly<Record<Refused['reason'], string>> = {
  malformed: 'its assertion is no signed JSON Web Token.',
  algorithm: 'its assertion is not signed with RS256.',
  header: 'the header of its assertion is of another kind of token.',
  issuer: 'its assertion is of another team than ACCESS_TEAM_DOMAIN.',
  audience: 'its assertion is for another application than ACCESS_AUD.',
  times: 'its assertion says not until when it holds.',
  expired: 'its assertion has expired. Load the page again.',
  not_yet_valid: 'its assertion is from the future.',
  key_unknown: 'its assertion names no key of the team. Keys are looked for again after 30 s.',
  signature: 'the signature of its assertion is not by a key of the team.',
  no_person: 'its assertion names no person. Service tokens cannot use the dashboard.',
}
