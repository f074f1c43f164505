/**
 * The floors that vending is measured against: a bare Hono route with one Durable Object call and one
 * AES-GCM decryption, where the object reads its SQLite (`/token`) or answers from memory (`/memory`).
 * They are sent what vending is sent, and read in it whose token is wanted: no route answers for a user
 * without that. No key check, no validation, no log, no configuration.
 */
import { DurableObject } from 'cloudflare:workers'
import { Hono } from 'hono'

type Bindings = {
  readonly FLOOR: DurableObjectNamespace<Floor>
  readonly MEMORY: DurableObjectNamespace<Memory>
}
type Wanted = { readonly user_id: string }
type Sealed = { readonly iv: ArrayBuffer; readonly ciphertext: ArrayBuffer }

export class Floor extends DurableObject<Bindings> {
  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS sealed (id TEXT PRIMARY KEY, iv BLOB, ct BLOB)',
    )
  }

  put(id: string, sealed: Sealed): void {
    this.ctx.storage.sql.exec(
      'INSERT OR REPLACE INTO sealed VALUES (?, ?, ?)',
      id,
      sealed.iv,
      sealed.ciphertext,
    )
  }

  read(id: string): Sealed {
    const row = this.ctx.storage.sql
      .exec<{ iv: ArrayBuffer; ct: ArrayBuffer }>('SELECT iv, ct FROM sealed WHERE id = ?', id)
      .one()
    return { iv: row.iv, ciphertext: row.ct }
  }
}

/** Reads its storage once in its life, as an object that was idle must. */
export class Memory extends DurableObject<Bindings> {
  #sealed: Sealed | undefined

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#sealed = ctx.storage.kv.get<Sealed>('sealed')
  }

  put(sealed: Sealed): void {
    this.ctx.storage.kv.put('sealed', sealed)
    this.#sealed = sealed
  }

  read(): Sealed {
    if (this.#sealed === undefined) throw new Error('nothing was put here')
    return this.#sealed
  }
}

// allow-module-state: one key for the whole isolate, as a bare route would have it
const rawKey = new Uint8Array(32).fill(7)
const importKey = (): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt', 'decrypt'])
let key: CryptoKey | undefined

const app = new Hono<{ Bindings: Bindings }>()

app.post('/prepare', async (c) => {
  key ??= await importKey()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode('gho_'.padEnd(40, 'x'))
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)
  const sealed = { iv: iv.buffer, ciphertext }
  const { user_id: userId } = await c.req.json<Wanted>()
  await c.env.FLOOR.getByName(userId).put('one', sealed)
  await c.env.MEMORY.getByName(userId).put(sealed)
  return c.json({ ok: true })
})

app.post('/token', async (c) => {
  const { user_id: userId } = await c.req.json<Wanted>()
  return c.json(await open(await c.env.FLOOR.getByName(userId).read('one')))
})

app.post('/memory', async (c) => {
  const { user_id: userId } = await c.req.json<Wanted>()
  return c.json(await open(await c.env.MEMORY.getByName(userId).read()))
})

async function open(sealed: Sealed): Promise<{ active: true; access_token: string }> {
  key ??= await importKey()
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.iv },
    key,
    sealed.ciphertext,
  )
  return { active: true, access_token: new TextDecoder().decode(plain) }
}

export default app
