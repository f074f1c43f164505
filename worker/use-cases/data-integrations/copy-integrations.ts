/**
 * Providers of one environment, set up in another: from a sandbox to production. No secret comes along, so what
 * needs one is switched off until somebody has entered it.
 */
import type { Environment } from '../../domain/environment.ts'
import { clientVersionById } from '../../storage/client-versions.ts'
import {
  integrationBySlug,
  integrationsOf,
  type IntegrationRow,
} from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'
import type { CustomProviderSettings } from './custom-provider-settings.ts'
import type { IntegrationFailure, IntegrationInput } from './integration-input.ts'
import type { Credentials } from './plan-client.ts'
import { createIntegration } from './write-integration.ts'

export type Copied = {
  readonly copied: readonly string[]
  readonly skipped: readonly { readonly slug: string; readonly code: string }[]
}

/** @param settingsOf reads a definition as its operator gave it */
export async function copyIntegrations(
  deps: Deps,
  from: Environment,
  to: Environment,
  settingsOf: (source: Readonly<Record<string, unknown>>) => CustomProviderSettings,
): Promise<Copied> {
  const copied: string[] = []
  const skipped: { slug: string; code: string }[] = []
  // One after the other: both roots of a provider share its definition.
  for (const row of await integrationsOf(deps.db, from.id)) {
    const { slug } = row.integration
    const failure = await copy(deps, from, to, row, settingsOf)
    if (failure === undefined) copied.push(slug)
    else skipped.push({ slug, code: failure })
  }
  return { copied, skipped }
}

async function copy(
  deps: Deps,
  from: Environment,
  to: Environment,
  { integration, custom }: IntegrationRow,
  settingsOf: (source: Readonly<Record<string, unknown>>) => CustomProviderSettings,
): Promise<IntegrationFailure['kind'] | undefined> {
  const { slug, ownership } = integration
  const isDescribed =
    (await integrationBySlug(deps.db, to.id, slug, 'user')) !== undefined ||
    (await integrationBySlug(deps.db, to.id, slug, 'organization')) !== undefined
  const input: IntegrationInput = {
    description: integration.description,
    enabled: false,
    scopes: integration.scopes,
    authMethods: integration.authMethods,
    config: integration.config,
    credentials: await credentialsOf(deps, from, integration),
    custom: custom === null || isDescribed ? undefined : settingsOf(custom.source),
    isDraft: true,
  }
  const made = await createIntegration(deps, to, { slug, ownership }, input)
  return made.ok ? undefined : made.failure.kind
}

/** The client's id tells which one is meant; its secret stays where it is. */
async function credentialsOf(
  deps: Deps,
  from: Environment,
  { credentialsType, clientVersionId }: IntegrationRow['integration'],
): Promise<Credentials | undefined> {
  if (credentialsType === 'none') return undefined
  if (credentialsType !== 'custom') return { type: credentialsType }
  const version =
    clientVersionId === null
      ? undefined
      : await clientVersionById(deps.db, from.id, clientVersionId)
  return version === undefined
    ? undefined
    : { type: 'custom', clientId: version.clientId, clientSecret: null }
}
