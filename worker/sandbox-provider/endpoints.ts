/**
 * The endpoints that clients call: token (RFC 6749 §3.2), revoke (RFC 7009), userinfo, and `api`, which
 * says whether an access token works. A request alone says which environment it is for, and a client
 * that does not prove itself reaches no object.
 */
import { readClient, type BasicOrPost } from './client-credentials.ts'
import { SANDBOX_PATH } from './origin.ts'
import { pictureResponse } from './picture.ts'
import { CODE_VERIFIER } from './pkce.ts'
import { bearerReply, errorReply, jsonReply, toResponse, type Reply } from './reply.ts'
import type { CodeExchange } from './server.ts'

/** The object of one environment, as these endpoints call it. */
export type TokenObject = {
  exchange(environmentId: string, request: CodeExchange): Promise<Reply>
  refresh(
    environmentId: string,
    token: string,
    scopes: readonly string[] | undefined,
  ): Promise<Reply>
  revoke(environmentId: string, token: string): Promise<Reply>
  userinfo(environmentId: string, token: string): Promise<Reply>
  api(environmentId: string, token: string): Promise<Reply>
}

export type Endpoints = {
  readonly objectOf: (environmentId: string) => TokenObject
  /** Whether this is the secret of that environment's client. */
  readonly isSecretOf: (environmentId: string, secret: string) => Promise<boolean>
}

const MAX_BODY_LENGTH = 16_384
const ENVIRONMENT_ID = /^environment_[0-9a-z]{26}$/
const TOKEN = /^sandbox-[a-z]+\.(environment_[0-9a-z]{26})\.[\w-]{43}$/

/** @param request with any origin, and with or without the path of a public address */
export async function answerClient(request: Request, endpoints: Endpoints): Promise<Response> {
  const path = new URL(request.url).pathname.replace(SANDBOX_PATH, '')
  switch (path) {
    case '/token':
    case '/revoke':
      return toResponse(await answerForm(path, request, endpoints))
    case '/userinfo':
    case '/api':
      return toResponse(await answerBearer(path, request, endpoints))
    case '/picture':
      return pictureResponse(request)
    default:
      return toResponse(jsonReply(404, { error: 'not_found' }))
  }
}

async function answerForm(
  path: '/token' | '/revoke',
  request: Request,
  { objectOf, isSecretOf }: Endpoints,
): Promise<Reply> {
  if (request.method !== 'POST') return onlyBy('POST')
  const form = await readForm(request)
  if (form === undefined) {
    return invalid('Send each parameter once, as application/x-www-form-urlencoded.')
  }
  const client = readClient(request.headers.get('authorization'), form)
  if (client.kind === 'twice') return invalid('The client proves itself in two ways.')
  if (!(await isGenuine(client, isSecretOf))) {
    return errorReply('invalid_client', 'The client is not known, or did not prove itself.')
  }
  const { clientId } = client
  const object = objectOf(clientId)
  if (path === '/token') return answerToken(form, clientId, object)
  const token = form.get('token')
  return token === null ? invalid('token is missing.') : object.revoke(clientId, token)
}

async function isGenuine(
  client: BasicOrPost,
  isSecretOf: Endpoints['isSecretOf'],
): Promise<boolean> {
  return ENVIRONMENT_ID.test(client.clientId) && isSecretOf(client.clientId, client.clientSecret)
}

async function answerToken(
  form: URLSearchParams,
  environmentId: string,
  object: TokenObject,
): Promise<Reply> {
  switch (form.get('grant_type')) {
    case 'authorization_code': {
      const [code, redirectUri] = [form.get('code'), form.get('redirect_uri')]
      const codeVerifier = form.get('code_verifier')
      if (code === null) return invalid('code is missing.')
      if (redirectUri === null) return invalid('redirect_uri is missing.')
      if (codeVerifier === null || !CODE_VERIFIER.test(codeVerifier)) {
        return invalid('code_verifier is missing or malformed.')
      }
      return object.exchange(environmentId, { code, redirectUri, codeVerifier })
    }
    case 'refresh_token': {
      const token = form.get('refresh_token')
      if (token === null) return invalid('refresh_token is missing.')
      const scopes = form.get('scope')?.split(' ').filter(Boolean)
      return object.refresh(environmentId, token, scopes)
    }
    case null:
      return invalid('grant_type is missing.')
    default:
      return errorReply('unsupported_grant_type', 'authorization_code or refresh_token.')
  }
}

async function answerBearer(
  path: '/userinfo' | '/api',
  request: Request,
  { objectOf }: Endpoints,
): Promise<Reply> {
  if (request.method !== 'GET') return onlyBy('GET')
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const [, environmentId] = TOKEN.exec(token) ?? []
  if (environmentId === undefined) return bearerReply('invalid_token', 'Not one of our tokens.')
  const object = objectOf(environmentId)
  return path === '/api' ? object.api(environmentId, token) : object.userinfo(environmentId, token)
}

/** @returns undefined for another type, too much of it, or a name that comes twice (RFC 6749 §3.2) */
async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return undefined
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MAX_BODY_LENGTH) return undefined
  }
  const form = new URLSearchParams(text)
  const names = [...form.keys()]
  return new Set(names).size === names.length ? form : undefined
}

const invalid = (why: string): Reply => errorReply('invalid_request', why)

const onlyBy = (method: string): Reply => {
  const reply = jsonReply(405, { error: 'invalid_request', error_description: `Use ${method}.` })
  return { ...reply, headers: { ...reply.headers, allow: method } }
}
