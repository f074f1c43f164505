/** The built Worker with a D1 that refuses every query from the first one on; for measurements. */
import worker, {
  OwnerAccounts as Accounts,
  TokenExchanger as Exchanger,
} from '../../dist/worker/index.js'

const refuse = () => {
  throw new Error('D1_ERROR: refused by the bench')
}
const silent = { prepare: refuse, batch: refuse, exec: refuse }
const replaced = new WeakMap()

/** One replacement an env, as the Worker keeps what it prepared by env. */
function withoutD1(env) {
  const known = replaced.get(env)
  if (known !== undefined) return known
  const made = new Proxy(env, { get: (of, name) => (name === 'DB' ? silent : of[name]) })
  replaced.set(env, made)
  return made
}

export class OwnerAccounts extends Accounts {
  constructor(ctx, env) {
    super(ctx, withoutD1(env))
  }
}

export class TokenExchanger extends Exchanger {
  constructor(ctx, env) {
    super(ctx, withoutD1(env))
  }
}

export default { fetch: (request, env, ctx) => worker.fetch(request, withoutD1(env), ctx) }
