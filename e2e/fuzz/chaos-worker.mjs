/**
 * The deployed bundle in a world that breaks: objects that are killed in the middle, a D1 that fails,
 * exchangers that die when one sink has the answer. `POST /test/chaos` says how much of each; `GET
 * /test/journal` tells of which accounts an answer never came or reached no sink. `/test/naive` is the
 * usual read, exchange, update in the same world, for comparison.
 */
import bundle, {
  OwnerAccounts as RealOwnerAccounts,
  TokenExchanger as RealTokenExchanger,
} from '../../dist/worker/index.js'

const chaos = { d1: 0, kills: 0, oneSink: 0, seed: 1 }
const lostInMemory = new Set()
const unanswered = new Set()
/** The last exchanges of each account, to find out why one is lost. */
const stories = new Map()
let kills = 0
let d1Failures = 0
let state = 1

/** As in dice.ts: mulberry32. */
function next() {
  state = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}
const roll = (chance) => chance > 0 && next() < chance

/** Refresh tokens that were sent, and to which nothing came back. */
const unansweredTokens = []
const realFetch = globalThis.fetch
globalThis.fetch = async (request, init) => {
  try {
    return await realFetch(request, init)
  } catch (error) {
    const sent = new URLSearchParams(typeof init?.body === 'string' ? init.body : '')
    if (sent.has('refresh_token')) unansweredTokens.push(sent.get('refresh_token'))
    throw error
  }
}

function tell(accountId, line) {
  const story = stories.get(accountId) ?? []
  stories.set(accountId, story)
  story.push(`${new Date().toISOString().slice(11, 23)} ${line}`)
  if (story.length > 30) story.shift()
}

/** A D1 that fails by chance; `told` hears of each batch that was kept. */
function unreliable(real, { told = () => {}, isGone = () => false } = {}) {
  const ask = async (work, queries) => {
    if (isGone(queries) || roll(chaos.d1)) {
      d1Failures += 1
      throw new Error('D1_ERROR: no answer')
    }
    const result = await work()
    told(queries)
    return result
  }
  const statement = (one, query) =>
    new Proxy(one, {
      get: (target, name) => {
        if (name === 'bind') return (...values) => statement(target.bind(...values), query)
        if (name === 'real') return target
        if (name === 'query') return query
        const member = target[name]
        if (typeof member !== 'function') return member
        return (...values) => ask(() => member.apply(target, values), [query])
      },
    })
  return {
    prepare: (query) => statement(real.prepare(query), query),
    batch: (all) =>
      ask(
        () => real.batch(all.map((one) => one.real)),
        all.map((one) => one.query),
      ),
    exec: (query) => ask(() => real.exec(query), [query]),
  }
}

const isEscrow = (queries) =>
  queries.some((query) => /^insert into "credential_versions"/i.test(query))
const withDatabase = (env, database) =>
  new Proxy(env, { get: (target, name) => (name === 'DB' ? database : target[name]) })

// One for each env object: what the Worker prepares, it prepares once for each.
const known = new WeakMap()
function brokenOnce(env) {
  if (!known.has(env)) known.set(env, withDatabase(env, unreliable(env.DB)))
  return known.get(env)
}

export class OwnerAccounts extends RealOwnerAccounts {
  #ctx
  constructor(ctx, env) {
    super(ctx, brokenOnce(env))
    this.#ctx = ctx
  }

  vendText(request) {
    this.#perhapsDie(0.05)
    return super.vendText(request)
  }

  async commit(request) {
    this.#perhapsDie(0.5)
    return super.commit(request)
  }

  /** Not at once, but somewhere in the middle of what follows. */
  #perhapsDie(share) {
    if (!roll(chaos.kills * share)) return
    kills += 1
    setTimeout(() => this.#ctx.abort('killed by the harness'), Math.floor(next() * 40))
  }
}

/** Knows which sinks have got the answer; may die when the first one has. */
export class TokenExchanger extends RealTokenExchanger {
  #sinks
  constructor(ctx, env) {
    const sinks = { object: false, escrow: false, dead: '' }
    const database = unreliable(env.DB, {
      told: (queries) => {
        if (isEscrow(queries)) sinks.escrow = true
      },
      isGone: (queries) => sinks.dead === 'escrow' && isEscrow(queries),
    })
    const objects = new Proxy(env.OWNER_ACCOUNTS, {
      get: (target, name) =>
        name === 'getByName'
          ? (...values) => watchedStub(target.getByName(...values), sinks)
          : target[name],
    })
    super(
      ctx,
      new Proxy(env, {
        get: (target, name) =>
          name === 'DB' ? database : name === 'OWNER_ACCOUNTS' ? objects : target[name],
      }),
    )
    this.#sinks = sinks
  }

  async refresh(job) {
    if (roll(chaos.oneSink)) this.#sinks.dead = roll(0.5) ? 'escrow' : 'object'
    tell(job.accountId, `lease ${job.lease.id} of epoch ${job.credential.epoch}`)
    await super.refresh(job)
    tell(job.accountId, `ended, sinks ${JSON.stringify(this.#sinks)}`)
    if (this.#sinks.hasAnswer && !this.#sinks.object && !this.#sinks.escrow) {
      lostInMemory.add(job.accountId)
    }
  }
}

/** The request may have been served, but what the provider said to it never arrived. */
const hadNoAnswer = ({ kind, code }) => kind === 'unknown_outcome' || code === 'rotation_uncertain'

function watchedStub(stub, sinks) {
  return new Proxy(stub, {
    get: (target, name) => {
      if (name === 'refuse') {
        return (request) => {
          tell(request.accountId, `${request.failure.kind} ${request.failure.code}`)
          if (hadNoAnswer(request.failure)) unanswered.add(request.accountId)
          return target.refuse(request)
        }
      }
      if (name !== 'commit') {
        const member = target[name]
        return typeof member === 'function' ? (...values) => target[name](...values) : member
      }
      return async (request) => {
        sinks.hasAnswer = true
        if (sinks.dead === 'object') throw new Error('the exchanger is gone')
        const outcome = await target.commit(request)
        tell(request.accountId, `${outcome.kind} epoch ${request.credential.epoch}`)
        sinks.object = true
        return outcome
      }
    },
  })
}

const CREATE =
  'CREATE TABLE IF NOT EXISTS naive (user_id TEXT PRIMARY KEY, access TEXT, refresh TEXT, expires_at INTEGER)'

/**
 * What most products do: read the row, exchange the refresh token if the access token has expired,
 * update the row. With a `refresh_token` it is kept. It is here to show that the harness bites.
 */
async function naiveToken(db, { user_id: user, token_url: url, refresh_token: first }) {
  try {
    if (first !== undefined) {
      await db.exec(CREATE)
      await db
        .prepare('INSERT OR REPLACE INTO naive VALUES (?, ?, ?, 0)')
        .bind(user, '', first)
        .run()
      return Response.json({ ok: true })
    }
    const row = await db.prepare('SELECT * FROM naive WHERE user_id = ?').bind(user).first()
    if (row.expires_at > Date.now()) return Response.json({ access_token: row.access })
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: row.refresh }),
    })
    if (!answer.ok) return Response.json({ error: answer.status }, { status: 502 })
    const tokens = await answer.json()
    await db
      .prepare('UPDATE naive SET access = ?, refresh = ?, expires_at = ? WHERE user_id = ?')
      .bind(tokens.access_token, tokens.refresh_token, Date.now() + tokens.expires_in * 900, user)
      .run()
    return Response.json({ access_token: tokens.access_token })
  } catch (error) {
    return Response.json({ error: String(error) }, { status: 503 })
  }
}

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url)
    if (pathname === '/test/chaos') {
      Object.assign(chaos, await request.json())
      state = chaos.seed >>> 0
      return Response.json(chaos)
    }
    if (pathname === '/test/journal') {
      return Response.json({
        lostInMemory: [...lostInMemory],
        unanswered: [...unanswered],
        unansweredTokens,
        stories: Object.fromEntries(stories),
        kills,
        d1Failures,
      })
    }
    if (pathname === '/test/naive') {
      return naiveToken(unreliable(env.DB), await request.json())
    }
    return bundle.fetch(request, brokenOnce(env), ctx)
  },
  scheduled: (controller, env, ctx) => bundle.scheduled(controller, brokenOnce(env), ctx),
}
