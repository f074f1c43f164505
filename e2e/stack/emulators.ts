/**
 * The emulated providers: what is in them, which of their addresses stands for which endpoint of
 * the catalogue, and which slugs they answer for. They are the `emulate` package, started here.
 */
import { createEmulator, type Emulator } from 'emulate'
import type { SharedClient } from './local-state.ts'
import { installed, noteRan } from './ran.ts'

export const EMULATOR_NAMES = ['github', 'google', 'slack', 'microsoft', 'linear'] as const
export type EmulatorName = (typeof EMULATOR_NAMES)[number]

/** As the Worker's PROVIDER_ENDPOINTS takes them. */
export type ProviderEndpoints = {
  readonly authorizationUrl: string
  readonly tokenUrl: string
  readonly userinfoUrl?: string
  readonly revocationUrl?: string
}

type Client = SharedClient & { readonly name: string; readonly redirect_uris: readonly string[] }

type EmulatedProvider = {
  /** The catalogue's slugs that this emulator can stand for. */
  readonly slugs: readonly string[]
  readonly description: string
  /** What the customer app needs beyond the catalogue's defaults. */
  readonly scopes?: readonly string[]
  readonly endpoints: Readonly<Record<keyof ProviderEndpoints, string | undefined>>
  /** The first user is the one that an emulator gives to tokens it no longer knows. */
  readonly seed: (client: Client) => Record<string, unknown>
}

const REPOSITORIES = [
  ['hello-world', 'My first repository on GitHub', 'JavaScript', false],
  ['spoon-knife', 'For everybody to fork', 'HTML', false],
  ['acme-crm-sync', 'Keeps contacts in step with the CRM', 'TypeScript', true],
  ['dotfiles', 'Shell, editor, terminal', 'Shell', false],
  ['weather-station', 'Reads a sensor, draws a curve', 'Python', false],
  ['linguist', 'Which language is this file?', 'Ruby', false],
] as const

export const EMULATED: Readonly<Record<EmulatorName, EmulatedProvider>> = {
  github: {
    slugs: ['github'],
    description: 'Show your repositories next to your deals.',
    scopes: ['read:user', 'user:email', 'repo'],
    endpoints: {
      authorizationUrl: '/login/oauth/authorize',
      tokenUrl: '/login/oauth/access_token',
      userinfoUrl: '/user',
      revocationUrl: undefined,
    },
    seed: (client) => ({
      users: [{ login: 'octocat', name: 'The Octocat', email: 'octocat@github.com' }],
      // The emulator's own first user too: whoever is chosen has something to list.
      repos: ['octocat', 'admin'].flatMap((owner) =>
        REPOSITORIES.map(([name, description, language, isPrivate]) => ({
          owner,
          name,
          description,
          language,
          private: isPrivate,
        })),
      ),
      oauth_apps: [client],
    }),
  },
  google: {
    slugs: ['google', 'gmail', 'google-calendar', 'google-drive'],
    description: 'Know who you are talking to.',
    endpoints: {
      authorizationUrl: '/o/oauth2/v2/auth',
      tokenUrl: '/oauth2/token',
      userinfoUrl: '/oauth2/v2/userinfo',
      revocationUrl: '/oauth2/revoke',
    },
    seed: (client) => ({
      users: [{ email: 'ada@example.com', name: 'Ada Lovelace' }],
      oauth_clients: [client],
    }),
  },
  slack: {
    slugs: ['slack'],
    description: 'Post a note when a deal is won.',
    endpoints: {
      authorizationUrl: '/oauth/v2/authorize',
      tokenUrl: '/api/oauth.v2.access',
      userinfoUrl: '/api/auth.test',
      revocationUrl: undefined,
    },
    seed: (client) => ({
      team: { name: 'Acme', domain: 'acme' },
      users: [{ name: 'ada', real_name: 'Ada Lovelace', email: 'ada@example.com' }],
      oauth_apps: [client],
    }),
  },
  microsoft: {
    slugs: ['microsoft', 'microsoft-outlook'],
    description: 'Bring in your calendar and contacts.',
    endpoints: {
      authorizationUrl: '/oauth2/v2.0/authorize',
      tokenUrl: '/oauth2/v2.0/token',
      userinfoUrl: '/v1.0/me',
      revocationUrl: undefined,
    },
    seed: (client) => ({
      users: [{ email: 'ada@outlook.com', name: 'Ada Lovelace' }],
      oauth_clients: [client],
    }),
  },
  linear: {
    slugs: ['linear'],
    description: 'Turn a complaint into an issue.',
    endpoints: {
      authorizationUrl: '/oauth/authorize',
      tokenUrl: '/oauth/token',
      userinfoUrl: '/graphql',
      revocationUrl: '/oauth/revoke',
    },
    seed: (client) => ({
      organization: { name: 'Acme', url_key: 'acme' },
      users: [{ email: 'ada@example.com', name: 'Ada Lovelace', admin: true }],
      oauth_apps: [{ ...client, scopes: ['read', 'write'], actor: 'user' }],
    }),
  },
}

export const emulatorUrl = (port: number): string => `http://127.0.0.1:${port}`

/** The emulator that stands for a slug of the catalogue, if one does. */
export const emulatorOf = (slug: string): EmulatorName | undefined =>
  EMULATOR_NAMES.find((name) => EMULATED[name].slugs.includes(slug))

/** Endpoints by slug, with the emulators in the place of the real hosts. */
export function emulatedEndpoints(
  ports: Readonly<Partial<Record<EmulatorName, number>>>,
): Record<string, ProviderEndpoints> {
  const entries = EMULATOR_NAMES.flatMap((name) => {
    const port = ports[name]
    if (port === undefined) return []
    const paths = Object.entries(EMULATED[name].endpoints)
    const endpoints = Object.fromEntries(
      paths.flatMap(([key, path]) => (path === undefined ? [] : [[key, emulatorUrl(port) + path]])),
    ) as unknown as ProviderEndpoints
    return EMULATED[name].slugs.map((slug) => [slug, endpoints] as const)
  })
  return Object.fromEntries(entries)
}

/** @param redirectUris the callbacks of every integration that this emulator stands for */
export async function startEmulator(
  name: EmulatorName,
  port: number,
  client: SharedClient,
  redirectUris: readonly string[],
): Promise<Emulator> {
  const app = { ...client, name: 'Acme CRM', redirect_uris: redirectUris }
  const emulator = await createEmulator({
    service: name,
    port,
    hostname: '127.0.0.1',
    baseUrl: emulatorUrl(port),
    seed: { [name]: EMULATED[name].seed(app) },
  })
  noteRan(`emulator of ${name} (${installed('emulate')})`)
  return emulator
}
