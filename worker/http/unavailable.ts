/** Why a token cannot be had right now, by code: what happened, and what to do. */
export const UNAVAILABLE: Readonly<Record<string, string>> = {
  grants_refused_together:
    'The provider refuses many connections of this integration at once, which looks like a trouble of its own. Nobody is asked to reconnect for it, for up to a day; one connection a minute finds out whether it is over. See troubles of GET /data-integrations/{slug}.',
  storage_unavailable:
    'The store of connections does not answer right now. Nothing is lost; try again shortly.',
  provider_unavailable:
    'The access token has expired and the provider cannot refresh it right now. The connection is kept; try again after Retry-After.',
  integration_misconfigured:
    'The provider refuses this integration’s OAuth client, so expired tokens cannot be refreshed. Check client id, secret and endpoints; no user needs to reconnect.',
  refresh_in_progress: 'A refresh of this token is still running. Try again after Retry-After.',
  refresh_too_soon:
    'The provider’s last access token has ended within seconds of being issued. Tokens are refreshed every half a minute at most, unless one is reported as rejected; try again after Retry-After.',
  refresh_recovering:
    'A refresh was interrupted and its result is being recovered. The refresh token is not spent twice meanwhile; try again shortly.',
  vault_key_unavailable:
    'The key that seals this credential is not in the vault’s key ring. Nothing was deleted; the operator must restore the key.',
  unsupported_version:
    'This connection was written by a newer version of Pipes. Finish the deployment, then try again.',
}
