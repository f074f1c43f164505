/**
 * The deployed bundle behind a D1 that counts what it reads. `POST /test/cron` is the cron trigger, and
 * answers with the rows that D1 has read for it, in objects, too.
 */
import bundle, {
  OwnerAccounts as RealOwnerAccounts,
  SandboxProvider,
  TokenExchanger as RealTokenExchanger,
} from '../../dist/worker/index.js'

const count = { rowsRead: 0, statements: 0 }

const note = (result) => {
  count.statements += 1
  count.rowsRead += result?.meta?.rows_read ?? 0
  return result
}

const statement = (real) =>
  new Proxy(real, {
    get: (target, name) => {
      if (name === 'bind') return (...values) => statement(target.bind(...values))
      if (name === 'real') return target
      // Rows alone come without a count: what only reads is read once more for it.
      if (name === 'raw')
        return async (...options) => {
          if (/^\s*select/i.test(target.statement ?? '')) note(await target.all())
          return target.raw(...options)
        }
      const member = target[name]
      if (typeof member !== 'function') return member
      return async (...values) => note(await member.apply(target, values))
    },
  })

const watched = (env) => {
  const database = {
    prepare: (sql) => statement(env.DB.prepare(sql)),
    batch: async (all) => {
      const results = await env.DB.batch(all.map((one) => one.real))
      results.forEach(note)
      return results
    },
  }
  return new Proxy(env, { get: (target, name) => (name === 'DB' ? database : target[name]) })
}

// One for each env object: what the Worker prepares, it prepares once for each.
const known = new WeakMap()
const watchedOnce = (env) => {
  if (!known.has(env)) known.set(env, watched(env))
  return known.get(env)
}

export { SandboxProvider }

export class OwnerAccounts extends RealOwnerAccounts {
  constructor(ctx, env) {
    super(ctx, watchedOnce(env))
  }
}

export class TokenExchanger extends RealTokenExchanger {
  constructor(ctx, env) {
    super(ctx, watchedOnce(env))
  }
}

export default {
  async fetch(request, env, ctx) {
    if (new URL(request.url).pathname !== '/test/cron') {
      return bundle.fetch(request, watchedOnce(env), ctx)
    }
    const before = { ...count }
    await bundle.scheduled({ cron: '*/10 * * * *' }, watchedOnce(env), ctx)
    return Response.json({
      rowsRead: count.rowsRead - before.rowsRead,
      statements: count.statements - before.statements,
    })
  },
}
