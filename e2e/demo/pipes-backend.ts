/**
 * The part of the customer app that a reader would copy: a backend that holds the API key, starts
 * widget sessions for its own user, and asks for a fresh token whenever it calls a provider.
 * `@workos-inc/node` is unmodified; only its base URL is ours.
 */
import { WorkOS } from '@workos-inc/node'
import { SIGNED_IN } from './signed-in.ts'

export type PipesAccess = { readonly url: string; readonly apiKey: string }

/** A connection belongs to the user alone, or to the user within one organization. */
export type Workspace = 'personal' | 'acme'

type TokenOutcome =
  | {
      readonly state: 'connected'
      readonly token: string
      readonly missingScopes: readonly string[]
    }
  | { readonly state: 'not_installed' | 'needs_reauthorization' }

export type PipesBackend = {
  readonly widgetToken: (workspace: Workspace) => Promise<string>
  /** For the pages of administrators: here everybody is one. */
  readonly adminToken: () => Promise<string>
  readonly accessToken: (provider: string, workspace: Workspace) => Promise<TokenOutcome>
}

export function pipesBackend(access: PipesAccess): PipesBackend {
  const { hostname, port, protocol } = new URL(access.url)
  const workos = new WorkOS(access.apiKey, {
    apiHostname: hostname,
    https: protocol === 'https:',
    ...(port === '' ? {} : { port: Number(port) }),
  })
  const { userId, organizationId } = SIGNED_IN

  return {
    widgetToken: async (workspace) => {
      if (workspace === 'acme') {
        return (await workos.widgets.createToken({ userId, organizationId })).token
      }
      // createToken wants an organization; the endpoint does not.
      const { data } = await workos.post<{ token: string }>('/widgets/token', { user_id: userId })
      return data.token
    },

    adminToken: async () => {
      // The enumeration of scopes of createToken does not have this one yet.
      const { data } = await workos.post<{ token: string }>('/widgets/token', {
        user_id: userId,
        organization_id: organizationId,
        scopes: ['widgets:pipes:manage'],
      })
      return data.token
    },

    accessToken: async (provider, workspace) => {
      const answer = await workos.pipes.getAccessToken({
        provider,
        userId,
        ...(workspace === 'acme' ? { organizationId } : {}),
      })
      if (!answer.active) return { state: answer.error }
      const { accessToken, missingScopes } = answer.accessToken
      return { state: 'connected', token: accessToken, missingScopes }
    },
  }
}
