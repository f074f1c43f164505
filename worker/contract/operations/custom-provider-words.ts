/** What each field of a custom provider means. Those of `oauth` are the quirks that the catalogue knows. */
import { addition, type Words } from './operation.ts'

const CONTRACT: Readonly<Record<string, string>> = {
  name: 'For people.',
  authorization_url: 'Where users grant access.',
  token_url: 'Where codes become tokens.',
  refresh_token_url: 'Where tokens are refreshed; absent: at the token endpoint.',
  pkce_enabled: 'Whether PKCE is used (S256). Yes, unless this says no.',
  request_scope_separator: 'Between scopes; a blank unless told.',
  scopes_required: 'Whether at least one scope must be asked for.',
  client_secret_required: 'Whether clients have a secret. Yes, unless this says no.',
  additional_authorization_parameters: 'Sent along to the authorization endpoint.',
  token_body_content_type: 'How the token endpoint wants its body.',
  authenticate_via: 'Where the client’s id and secret go.',
}

const OURS: Readonly<Record<string, string>> = {
  issuer: 'The issuer; answers of another one are refused (RFC 9207).',
  revocation_url: 'Where tokens are given back (RFC 7009).',
  userinfo_url: 'Who the account is.',
  docs_url: 'The provider’s own page about its OAuth.',
  category: 'What kind of product it is, as the catalogue has it.',
  aliases: 'Other names that people look for.',
  config_fields:
    'What connections or the integration have to say; `{key}` in an address stands for the value.',
  'config_fields.key': 'Its name in `config`.',
  'config_fields.label': 'For people.',
  'config_fields.required': 'Whether nothing connects without it.',
  'config_fields.scope':
    '`integration`: set once, by whoever sets it up. `installation`: asked of whoever connects.',
  'config_fields.description': 'A longer word for people.',
  'config_fields.example': 'Shown where the value is asked for.',
  'config_fields.pattern': 'The whole value must match it.',
  'config_fields.pattern_flags': '`i`: whatever the case.',
  'config_fields.order': 'The lowest is asked first.',
  'config_fields.default': 'Holds where nothing is set.',
  oauth:
    'How it speaks OAuth where it is odd: whatever a provider of the catalogue can say. `GET /providers/{slug}.json` has each of them so described (`custom_provider`), to start from. It is replaced as a whole; null takes it away.',
}

const OAUTH: Readonly<Record<string, string>> = {
  no_pkce_reason: 'Why `pkce_enabled` is false; for readers.',
  authorization_fragment: 'A page that reads its parameters behind `#` and this path.',
  authorization_rename: 'As `rename`, for the authorization address alone.',
  authorization_omits: 'Parameters of ours that the address goes without.',
  redirect_name: 'What is sent as `redirect_uri` where the provider has a name for it.',
  nonce_param: 'A parameter that must be new each time.',
  rename: 'A parameter of RFC 6749 → what the provider calls it.',
  callback_issuer: '`required`: a callback without `iss` is refused (RFC 9207).',
  denials: 'What a callback calls a user’s no, beside `access_denied`.',
  admin_denials:
    'What a callback’s `error` or `error_description` says where an administrator has to agree first.',
  callback: 'What the callback tells beside code and state.',
  'callback.code': 'The parameter that carries the code.',
  'callback.keep': 'Parameters that are vended as metadata.',
  'callback.echo': 'Parameters that the code exchange repeats.',
  'callback.scope': 'The parameter that lists the granted scopes.',
  'callback.config':
    'A config field → where its value is told, for this connection from then on; only what fits the field counts.',
  'callback.config.param': 'The parameter.',
  'callback.config.as': 'The text in it, with `{value}` for the value.',
  token: 'Requests to the token endpoint.',
  'token.client_authentication':
    'How the client proves itself; wins over `authenticate_via` and `client_secret_required`. `basic_rfc6749` encodes id and secret first.',
  'token.refresh_method': '`GET`: a refresh travels in the query.',
  'token.params': 'Extra members of the code exchange.',
  'token.refresh_params': 'Extra members of a refresh.',
  'token.headers': 'Extra headers.',
  upgrade: 'The code’s token is traded at once for one that lasts, by GET.',
  'upgrade.url': 'Where.',
  'upgrade.grant_type': 'Under which grant type.',
  'upgrade.token_param': 'The parameter that carries the token.',
  scopes: 'What can be asked for.',
  'scopes.default': 'Asked for where the integration names none.',
  'scopes.available': 'What the dashboard offers.',
  'scopes.available.value': 'The scope.',
  'scopes.available.description': 'What it allows, for people.',
  'scopes.param': 'The parameter that carries them; `scope` unless told.',
  'scopes.required': 'Always asked for.',
  'scopes.aliases': 'A scope → what it is called when it is listed as granted.',
  'scopes.implies': 'A granted scope → those that it contains.',
  'scopes.not_echoed': 'Granted, and never listed.',
  'scopes.optional_prefixes': 'What a listed scope may carry or lack before it.',
  'scopes.case_insensitive': 'Whether letters of another size are the same scope.',
  response: 'How the token endpoint answers. Paths are member names joined by dots.',
  'response.root': 'The member that holds the tokens.',
  'response.root_optional': 'They may stand at the top as well.',
  'response.members': 'A member of RFC 6749 §5.1 → what it is called here.',
  'response.expires_at': 'A member with the time, not the span, until the access token ends.',
  'response.refresh_expires_at': 'The same for the refresh token.',
  'response.scope_separator': 'Between granted scopes, beside white space.',
  'response.keep': 'Members that are vended as metadata, `_` for `.` in their names.',
  'response.claims': 'Claims of the id token that are vended as metadata.',
  'response.default_lifetime_seconds': 'For tokens that expire without saying when.',
  'response.ok_path': 'The member that is false when a 200 is a failure.',
  'response.ok_value': 'With it: the value of that member when all is well.',
  'response.error_path': 'Where the code of a failure is; `error` unless told.',
  'response.error_map': 'A code of the provider → the one of RFC 6749 that it means.',
  refresh:
    'What keeps a connection alive. When in doubt leave it out: the careful case is assumed.',
  'refresh.by': 'What renews a token that has no refresh token.',
  'refresh.by.kind': 'The access token itself, or the client alone (RFC 6749 §4.4).',
  'refresh.by.grant_type': 'Under which grant type.',
  'refresh.by.token_param': 'The parameter that carries the token.',
  'refresh.by.bare': 'The token alone is sent, without the client.',
  'refresh.rotates': 'Whether a refresh gives a new refresh token.',
  'refresh.grace_seconds': 'How long a spent refresh token is still answered.',
  'refresh.reuse_kills': 'Whether using one twice ends the grant. Yes, unless this says no.',
  'refresh.idle_days': 'Unused this long, it ends; it is used in time.',
  'refresh.absolute_days': 'So long after the consent the user connects again.',
  'refresh.latest_seconds': 'With more than this left a refresh is refused.',
  'refresh.kills_old_access_token': 'Whether a refresh ends the token before it.',
  revocation: 'How a token is given back at `revocation_url`.',
  'revocation.method': 'POST, unless told. `GET` puts everything into the query.',
  'revocation.auth':
    'What proves who asks. `client_header`: the secret in `Authorization`, behind `scheme`. `signed`: a nonce and an HMAC-SHA256 over action, client and nonce.',
  'revocation.with_bearer':
    'The token stands in `Authorization` as well, beside what `auth` says of the body.',
  'revocation.scheme': 'Of `client_header`.',
  'revocation.nonce_url': 'Of `signed`: where the nonce is fetched.',
  'revocation.format': 'Of the body.',
  'revocation.token_param': 'The member that carries the token.',
  'revocation.tokenless': 'No token is sent: `params` name the account.',
  'revocation.params': 'More members; `{account}` is the account’s id as userinfo told it.',
  'revocation.rename': 'As `rename`, for this body.',
  'revocation.headers': 'Extra headers.',
  'revocation.tokens': 'Which tokens it takes, best first.',
  'revocation.grant_wide':
    'One call ends all that this client holds for the account, other connections included.',
  userinfo: 'How the account is asked at `userinfo_url`.',
  'userinfo.token_header': 'The header that carries the token; `Authorization` unless told.',
  'userinfo.token_scheme': 'What stands before the token; `Bearer` unless told.',
  'userinfo.method': 'GET, unless told.',
  'userinfo.headers': 'Extra headers.',
  'userinfo.body': 'Sent as it stands.',
  'userinfo.id_paths':
    'Where its id is, the first that is there. `token:name` is metadata; parts joined by `/` must all be there.',
  'userinfo.label_paths': 'The same for a label for people.',
  'userinfo.picture':
    'Where a picture of the account is; the member `picture` unless told, null for none.',
  'userinfo.picture.from':
    'The member that holds its address; or an https address, with members as `{id}` in its path.',
  'userinfo.picture.params': 'Added to its query, for instance to ask for a small one.',
  'userinfo.keep': 'Members of the answer that are vended as metadata.',
}

export const CUSTOM_PROVIDER_WORDS: Words = {
  custom_provider: 'The definition of a provider that is not in the catalogue.',
  ...under('custom_provider', CONTRACT),
  ...additions('custom_provider', OURS),
  ...additions('custom_provider.oauth', OAUTH),
}

function under(path: string, words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([name, says]) => [`${path}.${name}`, says]))
}

function additions(path: string, words: Readonly<Record<string, string>>): Words {
  return Object.fromEntries(
    Object.entries(under(path, words)).map(([name, says]) => [name, addition(says)]),
  )
}
