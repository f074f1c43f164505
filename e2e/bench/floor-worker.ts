/**
 * The floor that vending is measured against: a bare Hono route with one Durable Object call, one
 * SQLite read and one AES-GCM decryption. No key check, no log, no configuration.
 */
import { DurableObject } from 'cloudflare:workers'
import { Hono } from 'hono'

type Bindings = { readonly FLOOR: DurableObjectNamespace<Floor> }
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
  await c.env.FLOOR.getByName('one').put('one', { iv: iv.buffer, ciphertext })
  return c.json({ ok: true })
})

app.post('/token', async (c) => {
  key ??= await importKey()
  const sealed = await c.env.FLOOR.getByName('one').read('one')
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.iv },
    key,
    sealed.ciphertext,
  )
  return c.json({ active: true, access_token: new TextDecoder().decode(plain) })
})

export default app
