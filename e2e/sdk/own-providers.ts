/** The providers of this suite: by API keys, by clients' own tokens, and by OAuth for organizations. Made once for a stack. */
import type { World } from '../support/world.ts'
import type { Driver } from './driver.ts'

type Own = Pick<Driver, 'keyed' | 'machine' | 'client' | 'shared'>

const made = new WeakMap<World, Promise<Own>>()

export function ownProviders(world: World): Promise<Own> {
  const known = made.get(world) ?? makeProviders(world)
  made.set(world, known)
  return known
}

async function makeProviders({ pipes, oidc }: World): Promise<Own> {
  const make = async (body: Record<string, unknown>): Promise<void> => {
    const response = await pipes.call('POST', '/data-integrations', { enabled: true, ...body })
    if (response.status !== 201) throw new Error(await response.text())
  }
  const keyed = { provider: 'sdk-keyed', auth_methods: ['api_key'] }
  await make({ ...keyed, custom_provider: { name: 'Keyed' } })
  await make({ ...keyed, ownership: 'organization' })
  await make({
    provider: 'sdk-machine',
    auth_methods: ['client_credentials'],
    custom_provider: { name: 'Machine', token_url: `${oidc.origin}/token` },
  })
  await make({
    provider: 'sdk-shared',
    ownership: 'organization',
    credentials: { type: 'custom', client_id: oidc.client.id, client_secret: oidc.client.secret },
    custom_provider: {
      name: 'Shared',
      authorization_url: `${oidc.origin}/auth`,
      token_url: `${oidc.origin}/token`,
    },
  })
  const client = { clientId: oidc.client.id, clientSecret: oidc.client.secret }
  return { keyed: 'sdk-keyed', machine: 'sdk-machine', client, shared: 'sdk-shared' }
}
