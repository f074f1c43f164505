/** Every provider there is: it grants what it is asked for, so that a 503 would be a fault of ours. */
import { Response } from 'miniflare'

let count = 0

export function outside(request: { readonly method: string }): Response {
  if (request.method === 'GET') return Response.json({ sub: '1', id: 1, login: 'octocat' })
  count += 1
  return Response.json({
    access_token: `canary-access-refreshed-${count}`,
    refresh_token: `canary-secret-refreshed-${count}`,
    token_type: 'bearer',
    expires_in: 3600,
  })
}
