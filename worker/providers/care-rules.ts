import type { CareRules } from '../domain/care.ts'
import { days } from '../kit/clock.ts'
import type { ProviderDefinition } from './definition.ts'

/** A provider's limits in milliseconds, as an owner's object keeps them for a grant. */
export const careRulesOf = ({ oauth }: ProviderDefinition): CareRules => ({
  idleMs: oauth.refresh.idleDays === undefined ? null : days(oauth.refresh.idleDays),
  absoluteMs: oauth.refresh.absoluteDays === undefined ? null : days(oauth.refresh.absoluteDays),
})
