import type { CareRules } from '../domain/care.ts'
import { days } from '../kit/clock.ts'
import type { ProviderDefinition } from './definition.ts'

/** A provider's limits in milliseconds, as an owner's object keeps them for a grant. */
export function careRulesOf({ oauth, builtIn }: ProviderDefinition): CareRules {
  const { idleDays, absoluteDays, latestSeconds } = oauth?.refresh ?? {}
  return {
    idleMs: idleDays === undefined ? null : days(idleDays),
    absoluteMs: absoluteDays === undefined ? null : days(absoluteDays),
    ...(latestSeconds === undefined ? {} : { latestMs: latestSeconds * 1000 }),
    ...(builtIn === true ? { isUnpaced: true } : {}),
  }
}
