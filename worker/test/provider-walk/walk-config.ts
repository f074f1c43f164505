/** What a connection has to say beside its credentials: who is asked, and which values are let through. */
import {
  checkInstallationConfig,
  checkIntegrationConfig,
  effectiveConfig,
} from '../../providers/config-fields.ts'
import type { ProviderDefinition, StringRecord } from '../../providers/definition.ts'
import { fillConfig } from '../../providers/fill-config.ts'
import type { Documented } from '../documented/kit/documented.ts'
import { expect, same } from './walker.ts'

export function walkConfig(given: ProviderDefinition, { config }: Documented): void {
  const fields = given.configFields
  if (config === undefined) {
    same('config fields', fields.length, 0)
    return
  }
  const fits = (values: StringRecord): boolean =>
    checkIntegrationConfig(fields, values).ok && fillConfig(given, values).ok
  for (const values of [config.values, ...(config.also ?? [])])
    expect(fits(values), `${JSON.stringify(values)} is refused`)
  for (const values of config.never)
    expect(!fits(values), `${JSON.stringify(values)} is let through`)

  const byPerson = checkInstallationConfig(fields, config.values, {})
  same('a person may say it', byPerson.ok, config.knownBy === 'person')
  const bySilence = checkInstallationConfig(fields, {}, {})
  same('nobody has to say it', bySilence.ok, config.otherwise !== undefined)
  same('what holds otherwise', effectiveConfig(fields), config.otherwise ?? {})
}
