/** The Worker: what answers requests, what the cron trigger starts, and its two classes. */
import { createApp } from './app.ts'
import { runJobs } from './jobs/scheduled.ts'
import { OwnerAccounts } from './refresh/owner-accounts.ts'
import { TokenExchanger } from './refresh/token-exchanger.ts'
import { createDeps } from './runtime/create-deps.ts'
import { SandboxProvider } from './sandbox-provider/sandbox-provider.ts'

const app = createApp()

export { OwnerAccounts, SandboxProvider, TokenExchanger }

export default {
  fetch: app.fetch,
  async scheduled(_controller, env, ctx) {
    await runJobs(createDeps(env, ctx))
  },
} satisfies ExportedHandler<Env>
