import type { Finding, FindingCode } from '../../oauth/client-verdict.ts'
import type { IntegrationCheck } from '../../use-cases/data-integrations/check-integration.ts'
import { isoTime } from './times.ts'

/** What the doctor found, each finding with the fix in words; of the provider's answers only status and code. */
export const presentCheck = ({ root, findings, checkedAt, redirectUri }: IntegrationCheck) => ({
  object: 'data_integration_check' as const,
  slug: root.slug,
  ownership: root.ownership,
  findings: {
    client: presentFinding(findings.client, redirectUri),
    redirect_uri: presentFinding(findings.redirect_uri, redirectUri),
    scopes: presentFinding(findings.scopes, redirectUri),
    endpoints: presentFinding(findings.endpoints, redirectUri),
  },
  checked_at: isoTime(checkedAt),
})

const presentFinding = ({ verdict, code, evidence }: Finding, redirectUri: string) => ({
  verdict,
  code,
  message: WORDS[code].replace('{redirect_uri}', redirectUri),
  evidence: evidence === null ? null : { status: evidence.status, error: evidence.error },
})

const WORDS: Readonly<Record<FindingCode, string>> = {
  client_accepted: 'The provider knows this client and its secret.',
  client_refused:
    'The provider refuses this client. Copy client id and secret from its developer console once more and send them with PUT …, credentials; a secret that was made anew there ends the old one.',
  client_not_judged:
    'The provider answers a wrong secret just as this one, so it cannot be told before a user connects.',
  public_client: 'This client has no secret, so there is nothing that could be wrong with it.',
  endpoint_answers: 'The token endpoint answers as OAuth 2.0 does.',
  endpoint_missing:
    'There is no token endpoint at this address. Correct token_url of the custom provider.',
  not_answered: 'The provider did not answer in a way that tells anything. Try again later.',
  redirect_uri_accepted: 'The redirect URI is registered.',
  redirect_uri_refused:
    'The provider refuses the redirect URI. Register exactly {redirect_uri} for this client in its developer console.',
  redirect_uri_not_judged:
    'The provider judges the redirect URI only once a user has signed in. It must be exactly {redirect_uri}.',
  scopes_accepted: 'The provider knows all scopes.',
  scope_unknown:
    'The provider does not know one of the scopes, or this client may not ask for it. Compare scopes with those of its developer console.',
  scopes_not_judged: 'The provider judges scopes only once a user has signed in.',
  nothing_to_check:
    'This integration has no client of its own: each connection brings its key or its client.',
  organizations_bring_clients:
    'Each organization brings its own client, so there is none to check here.',
  config_needed:
    'The provider’s address depends on values that are set only when somebody connects, or the client cannot be opened.',
}
