/**
 * The deployed bundle behind a D1 that counts what it is asked, and that throws from the first
 * statement when the variable FAULTY_DATABASE says so. `GET /test/statements` tells the count.
 */
import bundle, {
  OwnerAccounts as RealOwnerAccounts,
  TokenExchanger as RealTokenExchanger,
} from '../../dist/worker/index.js'

let statements = 0

const watched = (env) => {
  const ask = async (work) => {
    statements += 1
    if (env.FAULTY_DATABASE === 'throws') throw new Error('D1_ERROR: the database is away')
    return work()
  }
  const statement = (real) =>
    new Proxy(real, {
      get: (target, name) => {
        if (name === 'bind') return (...values) => statement(target.bind(...values))
        if (name === 'real') return target
        const member = target[name]
        if (typeof member !== 'function') return member
        return (...values) => ask(() => member.apply(target, values))
      },
    })
  const database = {
    prepare: (sql) => statement(env.DB.prepare(sql)),
    batch: (all) => ask(() => env.DB.batch(all.map((one) => one.real))),
    exec: (sql) => ask(() => env.DB.exec(sql)),
  }
  return new Proxy(env, {
    get: (target, name) => (name === 'DB' ? database : target[name]),
  })
}

// One for each env object: what the Worker prepares, it prepares once for each.
const known = new WeakMap()
const watchedOnce = (env) => {
  if (!known.has(env)) known.set(env, watched(env))
  return known.get(env)
}

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
  fetch: (request, env, ctx) =>
    new URL(request.url).pathname === '/test/statements'
      ? Response.json({ statements })
      : bundle.fetch(request, watchedOnce(env), ctx),
  scheduled: (controller, env, ctx) => bundle.scheduled(controller, watchedOnce(env), ctx),
}
