/** Providers of the catalogue as a connection uses them: config fields at their defaults or examples. */
import { effectiveConfig } from '../providers/config-fields.ts'
import { findProvider } from '../providers/catalogue.ts'
import {
  speaksOAuth,
  type OAuthProvider,
  type ProviderDefinition,
} from '../providers/definition.ts'
import { fillConfig } from '../providers/fill-config.ts'

export function readyProvider(slug: string): OAuthProvider | undefined {
  const found = findProvider(slug)
  return found === undefined ? undefined : readyDefinition(found)
}

export function readyDefinition(found: ProviderDefinition): OAuthProvider | undefined {
  const examples = Object.fromEntries(
    found.configFields.flatMap(({ key, example, default: otherwise }) =>
      otherwise === undefined && example !== undefined ? [[key, example]] : [],
    ),
  )
  const filled = fillConfig(found, effectiveConfig(found.configFields, examples))
  return filled.ok && speaksOAuth(filled.value) ? filled.value : undefined
}
