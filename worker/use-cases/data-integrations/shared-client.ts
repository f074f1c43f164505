/** The clients that a sandbox environment need not bring: the operator's, and the built-in provider's. */
import { findProvider } from '../../providers/catalogue.ts'
import type { Deps, OAuthClientSecret } from '../deps.ts'

type Clients = Pick<Deps, 'sharedClients' | 'sandboxProvider'>

/** @returns undefined where this deployment holds none */
export async function sharedClientOf(
  deps: Clients,
  environmentId: string,
  slug: string,
): Promise<OAuthClientSecret | undefined> {
  return isBuiltIn(slug)
    ? deps.sandboxProvider.clientOf(environmentId)
    : deps.sharedClients.get(slug)
}

export const isSharedOffered = (deps: Clients, slug: string): boolean =>
  isBuiltIn(slug) || deps.sharedClients.has(slug)

const isBuiltIn = (slug: string): boolean => findProvider(slug)?.builtIn === true
