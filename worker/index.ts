/** The Worker: what answers requests, what the cron trigger starts, and its two classes. */
import { createApp } from './app.ts'
import { OwnerAccounts } from './refresh/owner-accounts.ts'
import { TokenExchanger } from './refresh/token-exchanger.ts'
import { createDeps } from './runtime/create-deps.ts'
import { SandboxProvider } from './sandbox-provider/sandbox-provider.ts'
import { forgetDisconnected } from './use-cases/accounts/forget-disconnected.ts'
import { sweepAttempts } from './use-cases/connect/sweep-attempts.ts'

const app = createApp()

export { OwnerAccounts, SandboxProvider, TokenExchanger }

export default {
  fetch: app.fetch,
  async scheduled(_controller, env, ctx) {
    const deps = createDeps(env, ctx)
    const count = await sweepAttempts(deps)
    deps.log.info('job_done', { job: 'sweep_attempts', count })
    await forgetDisconnected(deps)
  },
} satisfies ExportedHandler<Env>
