/** The request that makes the integration, with what this provider needs in it. */
import type { ProviderDefinition } from '../../providers/definition.ts'
import { ORIGIN } from '../../contract/operations/examples.ts'
import { colouredCode, html, type Markup } from './text.ts'

export function setUpCall({
  slug,
  authMethods,
  configFields,
  notOffered,
  oauth,
}: ProviderDefinition): Markup | string {
  if (notOffered !== undefined) return ''
  const isOAuth = authMethods.includes('oauth')
  const config = Object.fromEntries(
    configFields
      .filter(({ scope, required }) => scope === 'integration' && required)
      .map(({ key, example = '…' }) => [key, example]),
  )
  const body = JSON.stringify({
    provider: slug,
    enabled: true,
    ...(isOAuth ? {} : { auth_methods: [authMethods[0]] }),
    ...(isOAuth
      ? {
          credentials: {
            type: 'custom',
            client_id: '…',
            ...(oauth?.token.clientAuthentication === 'none' ? {} : { client_secret: '…' }),
          },
        }
      : {}),
    ...(Object.keys(config).length === 0 ? {} : { config }),
  })
  const call = [
    `curl ${ORIGIN}/data-integrations`,
    `  -H "Authorization: Bearer $PIPES_API_KEY"`,
    `  -H 'Content-Type: application/json'`,
    `  -d '${body}'`,
  ].join(' \\\n')
  return html`<p>
      ${
        isOAuth
          ? html`Make the integration first, and change it when you have the client: the redirect
              URI is in its answer, as <code>redirect_uri</code>, and is this integration’s alone.`
          : html`The integration needs no client: whoever connects brings the key.`
      }
    </p>
    <figure class="code wraps">
      <figcaption>curl</figcaption>
      <pre tabindex="0"><code>${colouredCode(call)}</code></pre>
    </figure>`
}
