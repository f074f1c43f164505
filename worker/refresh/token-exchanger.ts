/**
 * The entrypoint that speaks to token endpoints on behalf of an owner's object. Its work is put
 * under `waitUntil` before it is awaited: when the object that called is killed, it goes on.
 */
import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RefreshJob } from '../domain/object-messages.ts'
import { createDeps } from '../runtime/create-deps.ts'
import { refreshCredential } from '../use-cases/tokens/refresh-credential.ts'

export class TokenExchanger extends WorkerEntrypoint<Env> {
  async refresh(job: RefreshJob): Promise<void> {
    const work = refreshCredential(createDeps(this.env, this.ctx), job)
    this.ctx.waitUntil(work)
    await work
  }
}
