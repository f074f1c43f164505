/** The sandbox in a running Worker: schema, environment, key and integrations, each made once. */
import type { Miniflare } from 'miniflare'
import { createSandbox, hasEnvironment, migrate } from './database.ts'
import type { EmulatorName } from './emulators.ts'
import { createIntegrations, type ApiAccess } from './integrations.ts'
import type { LocalInstallation } from './local-state.ts'

export type Sandbox = { readonly environmentId: string; readonly api: ApiAccess }

/** @param step says what is done next; throws when the start was called off */
export async function ensureSandbox(
  miniflare: Miniflare,
  url: string,
  names: readonly EmulatorName[],
  local: LocalInstallation,
  step: (line: string) => void,
): Promise<Sandbox> {
  const database = await miniflare.getD1Database('DB')
  const applied = await migrate(database)
  if (applied.length > 0) step(`Migrated the database: ${applied.join(', ')}`)

  let { environment } = local.read()
  if (environment === undefined || !(await hasEnvironment(database, environment.id))) {
    step('Creating the sandbox environment and its API key …')
    environment = await createSandbox(database, local.read().apiKeyPepper)
    await local.update({ environment, integrations: [] })
  }

  const api = { url, apiKey: environment.apiKey }
  const { integrations } = local.read()
  const created = await createIntegrations(api, names, integrations)
  if (created.length > 0) {
    step(`Created the integrations ${created.join(', ')}`)
    await local.update({ integrations: [...integrations, ...created] })
  }
  return { environmentId: environment.id, api }
}
