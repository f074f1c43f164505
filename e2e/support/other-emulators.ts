/**
 * The providers of the `emulate` package that `npm start` does without: two of the catalogue, and two that
 * an operator has to describe. Their addresses are told to the Worker when it starts; they run when a flow
 * needs them.
 */
import { randomUUID } from 'node:crypto'
import { createEmulator, type ServiceName } from 'emulate'
import { startTap, type Tap } from '../peers/tap.ts'
import { emulatorUrl, type ProviderEndpoints } from '../stack/emulators.ts'
import { freePort } from '../stack/ports.ts'
import { installed, noteRan } from '../stack/ran.ts'
import type { PipesApi } from './pipes-api.ts'

const OTHERS = ['okta', 'vercel', 'apple', 'clerk'] as const
type Other = (typeof OTHERS)[number]
type Client = { readonly client_id: string; readonly client_secret: string }

/** Addresses that nobody has yet. */
export type Reserved = {
  readonly ports: Readonly<Record<Other, number>>
  /** Counts what is asked of Apple, whose tokens open nothing here. */
  readonly tapPort: number
  /** As PROVIDER_ENDPOINTS and LOOPBACK_ORIGINS take them. */
  readonly endpoints: Readonly<Record<string, ProviderEndpoints>>
  readonly origins: readonly string[]
}

export async function reserveOthers(): Promise<Reserved> {
  const taken = new Set<number>()
  const take = async (): Promise<number> => {
    const port = await freePort(0, taken)
    taken.add(port)
    return port
  }
  const [okta, vercel, apple, clerk] = [await take(), await take(), await take(), await take()]
  const tapPort = await take()
  return {
    ports: { okta, vercel, apple, clerk },
    tapPort,
    endpoints: {
      okta: {
        authorizationUrl: `${emulatorUrl(okta)}/oauth2/v1/authorize`,
        tokenUrl: `${emulatorUrl(okta)}/oauth2/v1/token`,
        userinfoUrl: `${emulatorUrl(okta)}/oauth2/v1/userinfo`,
        revocationUrl: `${emulatorUrl(okta)}/oauth2/v1/revoke`,
      },
      vercel: {
        authorizationUrl: `${emulatorUrl(vercel)}/oauth/authorize`,
        tokenUrl: `${emulatorUrl(vercel)}/login/oauth/token`,
        userinfoUrl: `${emulatorUrl(vercel)}/v2/user`,
      },
    },
    origins: [...taken].map(emulatorUrl),
  }
}

const ADA = 'ada@example.com'

const SEEDS: Readonly<Record<Other, (app: Record<string, unknown>) => Record<string, unknown>>> = {
  okta: (app) => ({
    users: [{ login: ADA, email: ADA, first_name: 'Ada', last_name: 'Lovelace' }],
    oauth_clients: [
      { ...app, auth_server_id: 'org', token_endpoint_auth_method: 'client_secret_basic' },
    ],
  }),
  vercel: (app) => ({
    users: [{ username: 'ada', email: ADA, name: 'Ada' }],
    integrations: [app],
  }),
  apple: (app) => ({
    users: [{ email: ADA, name: 'Ada Lovelace' }],
    oauth_clients: [{ ...app, team_id: 'TEAM1' }],
  }),
  clerk: (app) => ({
    users: [{ first_name: 'Ada', last_name: 'Lovelace', email_addresses: [ADA] }],
    oauth_applications: [app],
  }),
}

export type RunningOthers = {
  readonly tap: Tap
  /** The emulated userinfo of Okta, for whoever shows it a token. */
  readonly oktaUserinfo: string
  readonly close: () => Promise<void>
}

/** Integrations first, as an operator makes them: the emulators want to know the redirect URIs. */
export async function startOthers(pipes: PipesApi, reserved: Reserved): Promise<RunningOthers> {
  const { ports, tapPort } = reserved
  const apple = emulatorUrl(ports.apple)
  const clerk = emulatorUrl(ports.clerk)
  const tap = await startTap(
    { token: `${apple}/auth/token`, revocation: `${apple}/auth/revoke` },
    tapPort,
  )
  const settings: Readonly<Record<Other, Record<string, unknown>>> = {
    okta: { config: { domain: 'acme.okta.com' } },
    vercel: { config: { integration_slug: 'acme-deploys' } },
    apple: {
      scopes: ['name', 'email'],
      custom_provider: {
        name: 'Apple',
        authorization_url: `${apple}/auth/authorize`,
        token_url: tap.tokenUrl,
        revocation_url: tap.revocationUrl,
      },
    },
    clerk: {
      scopes: ['openid', 'email'],
      custom_provider: {
        name: 'Clerk',
        authorization_url: `${clerk}/oauth/authorize`,
        token_url: `${clerk}/oauth/token`,
        userinfo_url: `${clerk}/oauth/userinfo`,
      },
    },
  }
  const closers: (() => Promise<void>)[] = [tap.close]
  for (const name of OTHERS) {
    const client: Client = { client_id: `flows-${name}`, client_secret: randomUUID() }
    const answer = await pipes.call('POST', '/data-integrations', {
      provider: name,
      enabled: true,
      credentials: { type: 'custom', ...client },
      ...settings[name],
    })
    if (answer.status !== 201) throw new Error(await answer.text())
    const { redirect_uri } = (await answer.json()) as { readonly redirect_uri: string }
    closers.push(await run(name, ports[name], { ...client, redirect_uris: [redirect_uri] }))
  }
  return {
    tap,
    oktaUserinfo: reserved.endpoints['okta']?.userinfoUrl ?? '',
    close: async () => {
      for (const close of closers.toReversed()) await close()
    },
  }
}

async function run(
  name: Other & ServiceName,
  port: number,
  app: Client & { readonly redirect_uris: readonly string[] },
): Promise<() => Promise<void>> {
  const emulator = await createEmulator({
    service: name,
    port,
    hostname: '127.0.0.1',
    baseUrl: emulatorUrl(port),
    seed: { [name]: SEEDS[name]({ ...app, name: 'Acme CRM' }) },
  })
  noteRan(`emulator of ${name} (${installed('emulate')})`)
  return () => emulator.close()
}
