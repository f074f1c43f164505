/** What an operator sets for all connections of an integration: values of fields, and scopes where they are needed. */
import type { AuthMethod } from '../../domain/integration.ts'
import { fail, type Result } from '../../kit/result.ts'
import { checkIntegrationConfig, type ConfigFailure } from '../../providers/config-fields.ts'
import type { ProviderDefinition, StringRecord } from '../../providers/definition.ts'
import { fillConfig } from '../../providers/fill-config.ts'

/** Values must match their fields, and fit where they stand in an address. */
export function checkConfig(
  definition: ProviderDefinition,
  values: StringRecord,
): Result<StringRecord, ConfigFailure> {
  const checked = checkIntegrationConfig(definition.configFields, values)
  if (!checked.ok) return checked
  const put = fillConfig(definition, values)
  if (put.ok) return checked
  const field = definition.configFields.find(({ key }) => key === put.failure.key)
  return fail({
    kind: 'config_invalid',
    key: put.failure.key,
    reason: 'pattern',
    label: field?.label ?? put.failure.key,
    example: field?.example ?? null,
  })
}

/** As far as it can be told before anybody connects; what was stored once did fit. */
export function filled(definition: ProviderDefinition, config: StringRecord): ProviderDefinition {
  const put = fillConfig(definition, config)
  return put.ok ? put.value : definition
}

/** Whether the provider wants scopes and gets none: who says nothing gets its defaults. */
export function lacksScopes(
  { oauth }: ProviderDefinition,
  methods: readonly AuthMethod[],
  scopes: readonly string[] | null,
): boolean {
  if (oauth?.scopes.mandatory !== true || !methods.includes('oauth')) return false
  return (scopes ?? oauth.scopes.default).length === 0
}
