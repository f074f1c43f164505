/** Providers whose accounts prove themselves by a secret of their own, and the clients that tenants have there. */
import { newId } from '../kit/ids.ts'
import type { Harness } from './harness.ts'
import { outsideOrigin, registerClient, type OutsideClient } from './outside.ts'
import { expectJson } from './wire.ts'

/** Connected by an API key, or by a client of one's own at the strict provider. */
export const createSecretProvider = async (
  h: Harness,
  {
    slug = 'secretive',
    custom = {},
    ...more
  }: { readonly slug?: string; readonly custom?: object } & Record<string, unknown> = {},
): Promise<{ readonly id: string; readonly slug: string }> => {
  const made = await h.api('POST', '/data-integrations', {
    provider: slug,
    enabled: true,
    auth_methods: ['api_key', 'client_credentials'],
    custom_provider: { name: 'Secretive', token_url: `${outsideOrigin()}/token`, ...custom },
    ...more,
  })
  return { id: (await expectJson<{ id: string }>(made, 201)).id, slug }
}

export const ownClient = async (): Promise<
  OutsideClient & { readonly body: { readonly client_id: string; readonly client_secret: string } }
> => {
  const clientId = newId('outside', Date.now())
  const clientSecret = `canary-secret-of-${clientId}`
  const redirectUri = 'http://127.0.0.1/none'
  const made = await registerClient({ clientId, clientSecret, redirectUri })
  return { ...made, body: { client_id: clientId, client_secret: clientSecret } }
}
