/** The dashboard behind Cloudflare Access. */
import type { ErrorEntry } from './entry.ts'

export const OPERATOR_ACCESS_ERRORS = {
  access_off: {
    status: 403,
    cause: 'The deployment is not configured for Cloudflare Access.',
    remedy:
      'Sign in with a passkey, or set the variables of “Cloudflare Access” in worker/OPERATING.md.',
  },
  access_assertion_missing: {
    status: 403,
    cause: 'The request did not come through Cloudflare Access.',
    remedy: 'Let one application cover `/dashboard` and `/operator` of the deployment’s host.',
  },
  access_assertion_refused: {
    status: 403,
    cause:
      'The assertion of Cloudflare Access is forged, over, or for another team or application. The message says which.',
    remedy: 'Load the page again; then compare `ACCESS_TEAM_DOMAIN` and `ACCESS_AUD`.',
  },
  access_person_unknown: {
    status: 403,
    cause: 'Cloudflare Access lets this e-mail address in, and no operator has it.',
    remedy: 'Ask an owner to invite the address.',
  },
  access_keys_unavailable: {
    status: 503,
    cause: 'The keys of the Cloudflare Access team cannot be read.',
    remedy: 'Try again after `Retry-After`. Sessions go on once the team answers.',
  },
  passkeys_off: {
    status: 403,
    cause: 'Operators sign in through Cloudflare Access, so passkeys open nothing.',
    remedy: 'Sign in through Access, or take its three variables away.',
  },
  operator_exists: {
    status: 409,
    cause: 'Somebody with this e-mail address is an operator already.',
    remedy: 'Change their role instead.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
