import { findProvider } from '../../providers/catalogue.ts'
import type { ClientTrouble } from '../../storage/client-troubles.ts'
import type { IntegrationRow } from '../../storage/data-integrations.ts'
import type { DailyCount } from '../../storage/counters.ts'
import type { Overview } from '../../use-cases/environments/read-overview.ts'
import { countsOf, iconOf } from './operator-views.ts'
import { isoTimeOrNull } from './times.ts'

/** How an environment fares, with what to do where it does not fare well. */
export function presentOverview({
  integrations,
  counts,
  daily,
  days,
  troubles,
  hasToken,
}: Overview) {
  const known = new Map(integrations.map((row) => [row.integration.id, row]))
  const totals = countsOf(counts)
  return {
    object: 'overview' as const,
    integrations: integrations.map((row) => ({
      id: row.integration.id,
      slug: row.integration.slug,
      ownership: row.integration.ownership,
      name: nameOf(row),
      icon_url: iconOf(row.integration),
      enabled: row.integration.enabled,
      accounts: countsOf(counts, row.integration.id),
    })),
    totals,
    days: days.map((day) => {
      const of = (kind: DailyCount['kind']): number =>
        daily.find((one) => one.day === day && one.kind === kind)?.count ?? 0
      return {
        day,
        connected: of('connected'),
        reauthorization_needed: of('reauthorization_needed'),
        disconnected: of('disconnected'),
        refreshed: of('refreshed'),
        refresh_failed: of('refresh_failed'),
      }
    }),
    incidents: troubles.flatMap((trouble) => {
      const row = known.get(trouble.dataIntegrationId)
      return row === undefined ? [] : [presentIncident(trouble, row)]
    }),
    first_run: {
      has_integration: integrations.some(({ integration }) => integration.enabled),
      has_connection: totals.connected + totals.needs_reauthorization > 0,
      has_token: hasToken,
    },
  }
}

const nameOf = ({ integration, custom }: IntegrationRow): string =>
  custom?.definition.name ?? findProvider(integration.slug)?.name ?? integration.slug

const presentIncident = ({ kind, code, openedAt }: ClientTrouble, row: IntegrationRow) => ({
  integration_id: row.integration.id,
  slug: row.integration.slug,
  kind,
  code,
  since: isoTimeOrNull(openedAt),
  text: TEXTS[kind].replace('{name}', nameOf(row)),
  remedy: REMEDIES[kind],
})

const TEXTS: Readonly<Record<ClientTrouble['kind'], string>> = {
  misconfigured: '{name} refuses your OAuth client, so no token of it is refreshed.',
  unreachable: '{name} does not answer.',
  incident: '{name} refuses many grants at once.',
}

const REMEDIES: Readonly<Record<ClientTrouble['kind'], string>> = {
  misconfigured:
    'Copy client id and secret from its developer console once more, save them here, and test the provider. What was refused goes on by itself then.',
  unreachable:
    'Nothing has to be done: it is asked again by itself, and users keep their connections. Its status page may say more.',
  incident:
    'The refusals are not believed for up to a day, so that users need not connect again for nothing. See in its developer console whether your app was suspended, or lost a permission.',
}
