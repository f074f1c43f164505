/** What a documented server does with a token that it is shown: ends it, or says whose it is. */
import type { Answer } from './documented.ts'
import { basicOf, checkHeaders, checkParams, readBody, tokenOf } from './reading.ts'
import type { Serving } from './serve.ts'

/** RFC 7009, and the ways of each provider's own. */
export async function atRevocation(serving: Serving, request: Request): Promise<Answer> {
  const { documented, complaints, client, grants, next } = serving
  const { revoke, token, failures } = documented
  if (revoke === undefined) return { status: 404 }
  const { method = 'POST', param = 'token', body = 'form' } = revoke
  if (request.method !== method) {
    complaints.push(`a revocation by ${request.method}`)
    return { status: 405 }
  }
  checkHeaders('revocation', request.headers, revoke.headers ?? {}, complaints)
  const params =
    body === 'empty'
      ? await readNothing(request, complaints)
      : await readBody(request, body, complaints)
  const { id: idName = token.clientId ?? 'client_id', secret: secretName = 'client_secret' } =
    revoke.named ?? {}
  const credentials = { body: [idName, secretName], header: [idName], 'id only': [idName] }
  const named =
    revoke.client === 'body' || revoke.client === 'header' || revoke.client === 'id only'
      ? credentials[revoke.client]
      : []
  const isBearer = revoke.client === 'bearer'
  const isTokenless = isBearer || revoke.names !== undefined
  const wanted = isTokenless ? named : [param, ...named]
  checkParams('revocation', params, revoke.names ?? {}, wanted, complaints)

  const inBody = [params.get(idName), params.get(secretName)]
  const inHeader = [params.get(idName), tokenOf(request.headers, revoke.scheme)]
  const [id, secret] =
    revoke.client === 'basic'
      ? (basicOf(request.headers) ?? [])
      : revoke.client === 'header'
        ? inHeader
        : inBody
  if (revoke.client !== 'basic' && basicOf(request.headers) !== undefined)
    complaints.push('a revocation with Basic')
  if (revoke.client === 'id only' && request.headers.has('authorization'))
    complaints.push('a revocation with more than the client’s id')
  const needsId = revoke.client !== 'nobody' && !isBearer
  if (needsId && id !== client.id) return failures.client
  if (needsId && revoke.client !== 'id only' && secret !== client.secret) return failures.client

  const planned = next.revocation.shift()
  if (planned !== undefined) return planned
  const sent = (isBearer ? tokenOf(request.headers) : params.get(param)) ?? ''
  const byAccess = revoke.takes.includes('access') ? grants.ofAccess(sent) : undefined
  const byRefresh = revoke.takes.includes('refresh') ? grants.ofRefresh(sent) : undefined
  const grant = revoke.names === undefined ? (byAccess ?? byRefresh) : grants.latest()
  if (grant === undefined) {
    complaints.push('a token that the revocation does not take')
    return { status: 400, body: { error: 'invalid_request' } }
  }
  grants.end(grant, revoke.ends, sent)
  return revoke.done
}

async function readNothing(request: Request, complaints: string[]): Promise<Map<string, string>> {
  const text = await request.text()
  const type = request.headers.get('content-type')
  if (text !== '') complaints.push('a body where none is documented')
  if (type !== null) complaints.push(`no body, and yet of ${type}`)
  return new Map()
}

export async function atAccount(serving: Serving, request: Request): Promise<Answer> {
  const { account } = serving.documented
  const { complaints, grants } = serving
  if (account === undefined) return { status: 404 }
  if (request.method !== (account.method ?? 'GET')) {
    complaints.push(`the account by ${request.method}`)
    return { status: 405 }
  }
  const ofToken = account.tokenHeader === undefined ? {} : { [account.tokenHeader]: /./ }
  checkHeaders('account', request.headers, { ...account.headers, ...ofToken }, complaints)
  const text = await request.text()
  if (account.body === undefined ? text !== '' : !account.body.test(text))
    complaints.push(`the account is asked for with "${text}"`)
  const { tokenHeader } = account
  const sent =
    tokenHeader === undefined
      ? tokenOf(request.headers, account.scheme)
      : (request.headers.get(tokenHeader) ?? undefined)
  if (sent === undefined || !grants.isLive(sent))
    return { status: 401, body: { error: 'unauthorized' } }
  const { needs } = account
  if (needs !== undefined && grants.ofAccess(sent)?.scopes.includes(needs) !== true)
    return { status: 403, body: { error: 'insufficient_scope' } }
  return { status: 200, body: account.answers[serving.accountVariant]?.body }
}
