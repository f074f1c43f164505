/** The same for programs: one small file a provider, and one with all names for a search. */
import { LEVELS } from '../../providers/setup/verification.ts'
import { behaviourOf, disconnectOf } from './behaviour.ts'
import { customJson } from './custom-json.ts'
import type { DocumentedProvider } from './documented.ts'

/** What a list shows and a search reads. */
export const providerSummary = ({
  entry,
  group,
  guide,
  verification,
  hasIcon,
}: DocumentedProvider) => ({
  slug: entry.slug,
  name: entry.name,
  category: entry.category ?? null,
  category_group: group,
  aliases: entry.aliases ?? [],
  terms: guide.terms ?? [],
  auth_methods: entry.authMethods,
  verification: verification.level,
  has_icon: hasIcon,
  ...(entry.notOffered === undefined ? {} : { not_offered: entry.notOffered }),
})

/** Everything that whoever sets it up has to know. */
export const providerFile = (provider: DocumentedProvider) => {
  const { entry, guide, key, verification, notes } = provider
  const scopes = entry.oauth?.scopes
  return {
    ...providerSummary(provider),
    docs_url: entry.docsUrl ?? null,
    setup: { console_url: guide.consoleUrl, steps: guide.steps, review: guide.review ?? null },
    config_fields: entry.configFields.map((field) => ({
      key: field.key,
      label: field.label,
      description: field.description ?? null,
      example: field.example ?? null,
      default: field.default ?? null,
      required: field.required,
      scope: field.scope,
    })),
    scopes: (scopes?.available ?? []).map(({ value, description }) => ({
      value,
      description,
      is_default: scopes?.default.includes(value) === true,
      is_required: scopes?.required.includes(value) === true,
    })),
    api_key: key ?? null,
    custom_provider: customJson(entry),
    behaviour: behaviourOf(entry),
    disconnect: disconnectOf(entry),
    notes,
    verification_details: { ...verification, meaning: LEVELS[verification.level] },
  }
}
