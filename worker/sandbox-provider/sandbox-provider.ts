/**
 * The object that is the sandbox provider of one environment: environments cannot see each other,
 * because each has its own. It holds no rule; those are in `server.ts`.
 */
import { DurableObject } from 'cloudflare:workers'
import { systemRandom } from '../kit/ids.ts'
import { openRecords, type Records } from './records.ts'
import type { Reply } from './reply.ts'
import {
  createServer,
  type CodeExchange,
  type Consent,
  type SandboxServer,
  type Script,
} from './server.ts'
import { viewOf, type AccountView } from './account-view.ts'

const HOUSEKEEPING_MS = 86_400_000

/** Every call names the environment: the object itself knows only a digest of its name. */
export class SandboxProvider extends DurableObject<Env> {
  #records: Records = openRecords(this.ctx.storage.sql)

  async consent(consent: Consent): Promise<string | undefined> {
    await this.#keepHouse()
    return this.#server(consent.environmentId).consent(consent)
  }

  exchange(environmentId: string, request: CodeExchange): Reply {
    return this.#server(environmentId).exchange(request)
  }

  refresh(environmentId: string, token: string, scopes: readonly string[] | undefined): Reply {
    return this.#server(environmentId).refresh(token, scopes)
  }

  revoke(environmentId: string, token: string): Reply {
    return this.#server(environmentId).revoke(token)
  }

  userinfo(environmentId: string, token: string): Reply {
    return this.#server(environmentId).userinfo(token)
  }

  api(environmentId: string, token: string): Reply {
    return this.#server(environmentId).api(token)
  }

  async script(environmentId: string, account: string, script: Script): Promise<AccountView> {
    await this.#keepHouse()
    const server = this.#server(environmentId)
    server.script(account, script)
    return viewOf(server.look(account))
  }

  /** @returns undefined for an account that was never here */
  account(environmentId: string, name: string): AccountView | undefined {
    const server = this.#server(environmentId)
    return server.isKnown(name) ? viewOf(server.look(name)) : undefined
  }

  revokeAccount(
    environmentId: string,
    name: string,
    by: 'user' | 'admin',
  ): AccountView | undefined {
    return this.#change(environmentId, name, (server) =>
      by === 'user' ? server.revokeAll(name) : server.block(name, true),
    )
  }

  restoreAccount(environmentId: string, name: string): AccountView | undefined {
    return this.#change(environmentId, name, (server) => server.block(name, false))
  }

  override async alarm(): Promise<void> {
    this.#records.prune(Date.now())
    if (!this.#records.isEmpty()) return this.ctx.storage.setAlarm(Date.now() + HOUSEKEEPING_MS)
    await this.ctx.storage.deleteAll()
    this.#records = openRecords(this.ctx.storage.sql)
  }

  #server(environmentId: string): SandboxServer {
    return createServer(this.#records, environmentId, Date.now(), systemRandom)
  }

  #change(
    environmentId: string,
    name: string,
    change: (server: SandboxServer) => void,
  ): AccountView | undefined {
    const server = this.#server(environmentId)
    if (!server.isKnown(name)) return undefined
    change(server)
    return viewOf(server.look(name))
  }

  async #keepHouse(): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) !== null) return
    await this.ctx.storage.setAlarm(Date.now() + HOUSEKEEPING_MS)
  }
}
