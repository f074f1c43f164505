/** Connects an account without a browser: the steps of the confirmation flow, one request each. */
import { expectAnswer } from './answers.ts'

export type Api = { readonly url: string; readonly apiKey: string }

async function call(api: Api, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${api.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

export async function defineProvider(api: Api, slug: string, origin: string): Promise<void> {
  const created = await call(api, 'POST', '/data-integrations', {
    provider: slug,
    enabled: true,
    credentials: { type: 'custom', client_id: 'bench', client_secret: 'bench-secret' },
    custom_provider: {
      name: 'Bench',
      authorization_url: `${origin}/authorize`,
      token_url: `${origin}/token`,
    },
  })
  await expectAnswer('create', created, [201])
}

export async function connectAccount(api: Api, slug: string, userId: string): Promise<void> {
  const authorized = await call(api, 'POST', `/data-integrations/${slug}/authorize`, {
    user_id: userId,
  })
  await expectAnswer('authorize', authorized, [200])
  const { url } = (await authorized.json()) as { url: string }
  const opened = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ confirmed: true }),
  })
  await expectAnswer('open', opened, [200])
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { location } = (await opened.json()) as { location: string }
  const consented = await fetch(location, { redirect: 'manual' })
  const finished = await fetch(consented.headers.get('location') ?? '', { headers: { cookie } })
  await expectAnswer('callback', finished, [200])
}

export async function fetchToken(api: Api, slug: string, userId: string): Promise<Response> {
  return call(api, 'POST', `/data-integrations/${slug}/token`, { user_id: userId })
}
