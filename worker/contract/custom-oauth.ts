/**
 * How a provider that an operator describes speaks OAuth, where it is odd: each quirk that a provider of the
 * catalogue may have (`providers/definition.ts`), under the same name in the wire's spelling. What the API of
 * WorkOS Pipes has a field for is said there and not here.
 */
import * as v from 'valibot'
import {
  choice,
  count,
  flag,
  headers,
  list,
  memberOf,
  name,
  noProof,
  OUR_PARAMETERS,
  params,
  path,
  record,
  rename,
  text,
  tokenHeader,
} from './custom-parts.ts'
import { notAList } from './plain-object.ts'
import { scopeList } from './scopes.ts'

const CANONICAL_ERRORS = [
  'invalid_grant',
  'invalid_client',
  'invalid_scope',
  'invalid_request',
  'unauthorized_client',
  'unsupported_grant_type',
  'interaction_required',
  'temporarily_unavailable',
  'server_error',
] as const

const DAYS = 3660
const SECONDS = 10 * 365 * 86_400

const token = v.strictObject({
  client_authentication: v.optional(choice(['post', 'basic_raw', 'basic_rfc6749', 'none'])),
  refresh_method: v.optional(v.literal('GET', 'must be GET')),
  params: v.optional(params),
  refresh_params: v.optional(params),
  headers: v.optional(headers),
})

const scopes = v.strictObject({
  default: v.optional(scopeList),
  available: v.optional(list(v.strictObject({ value: text(256), description: text(200) }), 100)),
  param: v.optional(name),
  required: v.optional(scopeList),
  aliases: v.optional(record(text(256), text(256), 100)),
  implies: v.optional(record(text(256), scopeList, 100)),
  not_echoed: v.optional(scopeList),
  optional_prefixes: v.optional(list(text(256), 10)),
  case_insensitive: v.optional(flag),
})

const response = v.pipe(
  v.strictObject({
    root: v.optional(path),
    root_optional: v.optional(v.literal(true, 'must be true')),
    members: v.optional(
      record(
        memberOf(['expires_in', 'refresh_token', 'refresh_token_expires_in', 'scope']),
        path,
        4,
      ),
    ),
    expires_at: v.optional(path),
    refresh_expires_at: v.optional(path),
    scope_separator: v.optional(text(3)),
    keep: v.optional(list(noProof(path), 20)),
    claims: v.optional(list(noProof(name), 20)),
    default_lifetime_seconds: v.optional(v.pipe(count(SECONDS), v.minValue(1, 'must be positive'))),
    ok_path: v.optional(path),
    ok_value: v.optional(text(100)),
    error_path: v.optional(path),
    error_map: v.optional(record(text(200), choice(CANONICAL_ERRORS), 60)),
  }),
  v.forward(
    v.check((one) => one.ok_value === undefined || one.ok_path !== undefined, 'needs ok_path'),
    ['ok_value'],
  ),
  v.forward(
    v.check((one) => one.root_optional === undefined || one.root !== undefined, 'needs root'),
    ['root_optional'],
  ),
)

const refresh = v.strictObject({
  by: v.optional(
    v.variant(
      'kind',
      [
        v.strictObject({
          kind: v.literal('access_token'),
          grant_type: text(200),
          token_param: name,
          bare: v.optional(v.literal(true, 'must be true')),
        }),
        v.strictObject({ kind: v.literal('client_credentials') }),
      ],
      'must have the kind access_token or client_credentials',
    ),
  ),
  rotates: v.optional(choice(['always', 'never', 'sometimes', 'unknown'])),
  grace_seconds: v.optional(count(SECONDS)),
  reuse_kills: v.optional(flag),
  idle_days: v.optional(count(DAYS)),
  absolute_days: v.optional(count(DAYS)),
  latest_seconds: v.optional(count(SECONDS)),
  kills_old_access_token: v.optional(flag),
})

const revocation = v.pipe(
  v.strictObject({
    method: v.optional(choice(['POST', 'DELETE', 'GET'])),
    auth: v.optional(
      choice(['none', 'basic', 'bearer', 'client_post', 'client_id', 'client_header', 'signed']),
    ),
    with_bearer: v.optional(v.literal(true, 'must be true')),
    scheme: v.optional(v.pipe(text(50), v.regex(/^[\x21-\x7e]+$/, 'must be one word'))),
    nonce_url: v.optional(text(2048)),
    format: v.optional(choice(['form', 'json'])),
    token_param: v.optional(name),
    tokenless: v.optional(v.literal(true, 'must be true')),
    params: v.optional(params),
    rename: v.optional(rename),
    headers: v.optional(headers),
    tokens: v.optional(
      v.pipe(list(choice(['refresh', 'access']), 2), v.minLength(1, 'must name a token')),
    ),
    grant_wide: v.optional(flag),
  }),
  v.forward(
    v.check((one) => one.auth !== 'client_header' || one.scheme !== undefined, 'needs scheme'),
    ['auth'],
  ),
  v.forward(
    v.check((one) => one.auth !== 'signed' || one.nonce_url !== undefined, 'needs nonce_url'),
    ['auth'],
  ),
  v.forward(
    v.check(
      (one) =>
        one.with_bearer === undefined ||
        !['basic', 'bearer', 'client_header'].includes(one.auth ?? ''),
      'goes with what is proven in the body: authorization holds one thing',
    ),
    ['with_bearer'],
  ),
)

/** Paths of the answer or, behind `token:`, of the metadata; joined by `/` where all must be there. */
const labelPaths = v.pipe(
  list(
    v.pipe(
      text(300),
      v.regex(
        /^(?:token:)?[\w$@:-]+(?:\.[\w$@:-]+){0,9}(?:\/(?:token:)?[\w$@:-]+(?:\.[\w$@:-]+){0,9}){0,3}$/,
        'must be paths of members, joined by /',
      ),
    ),
    10,
  ),
  v.minLength(1, 'must name a path'),
)

const pictureAddress = v.pipe(
  text(300),
  v.regex(
    /^(?:[\w$@:-]+(?:\.[\w$@:-]+){0,9}|https:\/\/[\w.-]+\/(?:[\w./-]|\{[\w.]+\})*)$/,
    'must be the path of a member, or an https address with members as {id} in its path',
  ),
)

const userinfo = v.strictObject({
  token_header: v.optional(tokenHeader),
  token_scheme: v.optional(v.pipe(text(50, 0), v.regex(/^[\x21-\x7e]*$/, 'must be one word'))),
  method: v.optional(choice(['GET', 'POST'])),
  headers: v.optional(headers),
  body: v.optional(text(2000)),
  id_paths: v.optional(labelPaths),
  label_paths: v.optional(labelPaths),
  picture: v.nullish(v.strictObject({ from: pictureAddress, params: v.optional(params) })),
  keep: v.optional(list(noProof(path), 20)),
})

const callback = v.strictObject({
  code: v.optional(name),
  keep: v.optional(list(noProof(name), 20)),
  echo: v.optional(list(noProof(name), 20)),
  scope: v.optional(name),
  config: v.optional(
    record(
      text(50),
      v.strictObject({
        param: name,
        as: v.pipe(
          text(500),
          v.check((form) => form.split('{value}').length === 2, 'must have {value} once'),
        ),
      }),
      5,
    ),
  ),
})

const MAX_LENGTH = 32_000

export const customOAuth = v.pipe(
  notAList,
  v.strictObject({
    no_pkce_reason: v.optional(text(500)),
    authorization_fragment: v.optional(
      v.pipe(text(200), v.regex(/^\/[\w./-]*$/, 'must be a path')),
    ),
    authorization_rename: v.optional(rename),
    authorization_omits: v.optional(
      list(
        v.pipe(
          choice(OUR_PARAMETERS),
          v.notValue('state', 'must not be state, which tells whose answer it is'),
        ),
        OUR_PARAMETERS.length,
      ),
    ),
    redirect_name: v.optional(text(500)),
    nonce_param: v.optional(name),
    rename: v.optional(rename),
    callback_issuer: v.optional(choice(['required', 'optional'])),
    denials: v.optional(list(text(200), 20)),
    admin_denials: v.optional(list(text(200), 20)),
    callback: v.optional(callback),
    token: v.optional(token),
    upgrade: v.optional(
      v.strictObject({ url: text(2048), grant_type: text(200), token_param: name }),
    ),
    scopes: v.optional(scopes),
    response: v.optional(response),
    refresh: v.optional(refresh),
    revocation: v.optional(revocation),
    userinfo: v.optional(userinfo),
  }),
  v.check(
    (whole) => JSON.stringify(whole).length <= MAX_LENGTH,
    `must have at most ${MAX_LENGTH} characters of JSON`,
  ),
)

export type CustomOAuthBody = v.InferOutput<typeof customOAuth>
