/** The built-in providers. Adding one is a file of data and a line here. */
import type { ProviderDefinition, StringRecord } from './definition.ts'
import { github } from './github.ts'
import { gmail } from './gmail.ts'
import { google } from './google.ts'
import { googleCalendar } from './google-calendar.ts'
import { googleDrive } from './google-drive.ts'
import { fail } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { linear } from './linear.ts'
import { microsoft } from './microsoft.ts'
import { microsoftOutlook } from './microsoft-outlook.ts'
import { notion } from './notion.ts'
import { sandbox } from './sandbox.ts'
import { slack } from './slack.ts'
import { fillVariables } from './variables.ts'
import type { InvalidVariable } from './variables.ts'

/** Sorted by slug. URLs may still hold `{name}` parts: `findProvider` gives the definition for use. */
export const CATALOGUE: readonly ProviderDefinition[] = [
  github,
  gmail,
  google,
  googleCalendar,
  googleDrive,
  linear,
  microsoft,
  microsoftOutlook,
  notion,
  sandbox,
  slack,
]

/** The provider of that slug with every variable at its default, or undefined. */
export function findProvider(slug: string): ProviderDefinition | undefined {
  const found = configureProvider(slug, {})
  return found.ok ? found.value : undefined
}

/**
 * The provider of that slug for an operator's own values, e.g. `{ tenant: 'contoso.com' }`.
 *
 * @returns the definition without placeholders, or why there is none
 */
export function configureProvider(
  slug: string,
  values: StringRecord,
): Result<ProviderDefinition, InvalidVariable | { readonly kind: 'unknown_provider' }> {
  const definition = CATALOGUE.find((entry) => entry.slug === slug)
  return definition === undefined
    ? fail({ kind: 'unknown_provider' })
    : fillVariables(definition, values)
}
