/** The server of workers-oauth-provider.ts: everybody consents at once, the rest is the library's. */
import { OAuthProvider } from '../../../node_modules/@cloudflare/workers-oauth-provider/dist/oauth-provider.js'

let client

async function authorize(request, { OAUTH_PROVIDER: provider, REDIRECT_URI: redirectUri }) {
  const { pathname } = new URL(request.url)
  if (pathname === '/client') {
    client ??= await provider.createClient({
      clientName: 'Pipes',
      redirectUris: [redirectUri],
      tokenEndpointAuthMethod: 'client_secret_post',
    })
    return Response.json({ id: client.clientId, secret: client.clientSecret })
  }
  if (pathname !== '/authorize') return new Response('Not found', { status: 404 })
  const asked = await provider.parseAuthRequest(request)
  const { redirectTo } = await provider.completeAuthorization({
    request: asked,
    userId: 'ada',
    metadata: {},
    scope: asked.scope,
    props: {},
  })
  return Response.redirect(redirectTo, 302)
}

export default new OAuthProvider({
  apiRoute: '/api',
  apiHandler: { fetch: async () => new Response('ok') },
  defaultHandler: { fetch: authorize },
  authorizeEndpoint: '/authorize',
  tokenEndpoint: '/token',
  scopesSupported: ['read', 'offline_access'],
  resourceMetadata: {
    resource: 'http://127.0.0.1/api',
    authorization_servers: ['http://127.0.0.1'],
  },
})
