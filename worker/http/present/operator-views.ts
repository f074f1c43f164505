/** What the dashboard shows of things that the API shows, too: a version, a name, how many connections. */
import type { DataIntegration } from '../../domain/integration.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { findProvider } from '../../providers/catalogue.ts'
import { hasIcon } from '../../providers/monograms.ts'
import type { ConnectionCount } from '../../storage/counters.ts'
import type { StoredEnvironment } from '../../storage/environments.ts'
import type { CatalogueView } from '../../use-cases/data-integrations/catalogue-view.ts'
import type { IntegrationView } from '../../use-cases/data-integrations/integration-input.ts'
import type { Deps } from '../../use-cases/deps.ts'
import type { SetupGuide } from '../setup-guide.ts'
import { presentEnvironment } from './api-key.ts'
import { presentIntegration } from './data-integration.ts'

export const presentVersionedEnvironment = (environment: StoredEnvironment) => ({
  ...presentEnvironment(environment),
  version: String(environment.updatedAt),
})

/** @returns null where there is none: a letter stands for it */
export const iconOf = ({
  slug,
  isCustomProvider,
}: Pick<DataIntegration, 'slug' | 'isCustomProvider'>): string | null =>
  isCustomProvider || !hasIcon(slug) ? null : `/icons/${slug}.svg`

export const presentCatalogueEntry = (definition: ProviderDefinition) => ({
  object: 'catalogue_entry' as const,
  slug: definition.slug,
  name: definition.name,
  category: definition.category ?? null,
  icon_url: iconOf({ slug: definition.slug, isCustomProvider: false }),
  aliases: definition.aliases ?? [],
  auth_methods: definition.authMethods,
  sandbox_only: definition.builtIn === true,
})

export const presentCatalogueProvider = (view: CatalogueView, guide: SetupGuide | null) => ({
  ...presentCatalogueEntry(view.definition),
  icon_url: iconOf({ slug: view.definition.slug, isCustomProvider: view.isCustom }),
  docs_url: view.definition.docsUrl ?? null,
  scopes: {
    default: view.definition.oauth?.scopes.default ?? [],
    available: view.definition.oauth?.scopes.available ?? [],
    required: view.definition.oauth?.scopes.required ?? [],
    mandatory: view.definition.oauth?.scopes.mandatory ?? false,
  },
  config_fields: view.definition.configFields.map((field) => ({
    key: field.key,
    label: field.label,
    required: field.required,
    scope: field.scope,
    description: field.description ?? null,
    example: field.example ?? null,
    pattern: field.pattern ?? null,
    default: field.default ?? null,
  })),
  needs_client: view.needsClient,
  needs_client_secret: view.needsClientSecret,
  shared_offered: view.isSharedOffered,
  redirect_key: view.redirectKey,
  redirect_uri: view.redirectUri,
  set_up: stepsOf(view, guide),
  taken: view.taken,
})

/** What a person does at the provider, in its order: as its guide says, or as it is everywhere. */
function stepsOf(
  { definition, isCustom, needsClient, redirectUri }: CatalogueView,
  guide: SetupGuide | null,
) {
  const { name, docsUrl, authMethods } = definition
  const step = (text: string, more: { url?: string; copy?: string } = {}) => ({
    text,
    url: more.url ?? null,
    copy: more.copy ?? null,
  })
  const docs = docsUrl === undefined ? {} : { url: docsUrl }
  if (guide !== null && needsClient) {
    const mentions = (words: string) => guide.steps.findIndex((text) => text.includes(words))
    const pasted = mentions('Paste the redirect URI')
    const uriPlace = pasted === -1 ? mentions('redirect URI') : pasted
    const steps = guide.steps.map((text, place) =>
      step(quoted(text), {
        ...(place === 0 ? { url: guide.console_url } : {}),
        ...(place === uriPlace ? { copy: redirectUri } : {}),
      }),
    )
    return guide.review === null
      ? steps
      : [...steps, step(`Before others connect: ${quoted(guide.review)}`)]
  }
  if (!needsClient) {
    return authMethods.includes('oauth')
      ? []
      : [
          step(
            `Each connection brings its own key or client of ${name}: there is none to enter here.`,
            docs,
          ),
        ]
  }
  const provider = isCustom ? 'the provider' : name
  return [
    step(
      `In the developer console of ${provider}, create an OAuth app. Its documentation says where.`,
      docs,
    ),
    step('Register exactly this redirect URI there.', { copy: redirectUri }),
    step('Let the app ask for the scopes that you choose below, where the console asks for them.'),
    step('Copy the app’s client id and client secret here.'),
  ]
}

/** What stands on the provider's page is marked there as code is, and here in quotation marks. */
const quoted = (text: string): string => text.replaceAll(/`([^`]*)`/g, '“$1”')

export const presentOperatorIntegration = (
  deps: Deps,
  view: IntegrationView,
  counts: readonly ConnectionCount[],
) => {
  const { integration, custom } = view
  const definition = custom?.definition ?? findProvider(integration.slug)
  return {
    ...presentIntegration(deps, view),
    name: definition?.name ?? integration.slug,
    category: definition?.category ?? null,
    icon_url: iconOf(integration),
    aliases: definition?.aliases ?? [],
    accounts: countsOf(counts, integration.id),
    version: String(integration.updatedAt),
  }
}

/** @param integrationId of one; undefined: of all */
export function countsOf(counts: readonly ConnectionCount[], integrationId?: string) {
  const sumOf = (state: ConnectionCount['state']): number =>
    counts
      .filter((one) => one.state === state)
      .filter(({ dataIntegrationId }) => (integrationId ?? dataIntegrationId) === dataIntegrationId)
      .reduce((sum, { count }) => sum + count, 0)
  return {
    connected: sumOf('connected'),
    needs_reauthorization: sumOf('needs_reauthorization'),
  }
}
