/** `/organizations/{org}/data_integration_configurations` (contract 2.2). An unknown field is refused. */
import * as v from 'valibot'
import { configValues } from './config.ts'
import { ownership } from './data-integration.ts'
import { pageEntries } from './page.ts'
import { scopeList } from './scopes.ts'

const text = (limit: number) =>
  v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit, `must have at most ${limit} characters`),
  )

export const configureForOrganization = v.strictObject({
  enabled: v.optional(v.boolean('must be true or false')),
  /** Null: as the data integration has them. */
  scopes: v.optional(v.nullable(scopeList)),
  client_id: v.optional(text(512)),
  client_secret: v.optional(text(4096)),
  /** All of it: what is not named is not set any more. */
  config: v.optional(configValues),
})

/** Beyond the contract: which of a provider's two integrations is meant; users' own connections unless told. */
export const configurationQuery = v.object({ ownership: v.optional(ownership, 'user') })

export const listConfigurationsQuery = v.object({
  ...pageEntries,
  ...configurationQuery.entries,
})
