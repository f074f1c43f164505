/** A provider as one connection reaches it: every part of its addresses filled in. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { effectiveConfig } from '../../providers/config-fields.ts'
import {
  speaksOAuth,
  type OAuthProvider,
  type ProviderDefinition,
  type StringRecord,
} from '../../providers/definition.ts'
import { fillConfig, unfilledKey } from '../../providers/fill-config.ts'

/** A part that nobody has set, or a value that no longer fits; `key` is null without OAuth at all. */
export type DefinitionUnusable = {
  readonly kind: 'provider_config_incomplete'
  readonly key: string | null
}

/** @param layers values by config field, the nearest last: the integration's, then the connection's */
export function connectionDefinition(
  definition: ProviderDefinition,
  ...layers: readonly StringRecord[]
): Result<OAuthProvider, DefinitionUnusable> {
  const filled = fillConfig(definition, effectiveConfig(definition.configFields, ...layers))
  if (!filled.ok) return fail({ kind: 'provider_config_incomplete', key: filled.failure.key })
  const missing = unfilledKey(filled.value)
  if (missing !== undefined) return fail({ kind: 'provider_config_incomplete', key: missing })
  return speaksOAuth(filled.value)
    ? ok(filled.value)
    : fail({ kind: 'provider_config_incomplete', key: null })
}
