/** `npm run keys`: the secrets of a new deployment, and the rotation of its key ring. See --help. */
import { createHmac } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { commandLine } from './command-line.ts'
import { activateKey, addKey, removeKey, ringOf, type RingText } from './ring-text.ts'

const HELP = `npm run keys                        prints fresh secrets of one deployment, as lines of .dev.vars
npm run keys -- add KEY             1. a new key in the ring; nothing uses it yet. Deploy the ring.
npm run keys -- activate KEY        2. what is sealed from now on is under it. Deploy the ring.
npm run keys -- rewrap KEY          3. moves what an old key wraps to the active one; may be stopped
                                       and repeated at any time
npm run keys -- retire KEY          4. takes an old key out of the ring, unless it is in use. Deploy the ring.
npm run keys -- status              what each key of the deployed ring wraps, and what of an old one does not open
npm run keys -- pass                an operator's pass for five minutes, for /environments and /keys

  --ring FILE   the ring as JSON, {"active":"k1","keys":{"k1":"<base64 of 32 bytes>"}}; default ring.json.
                Keep it in a safe. "Deploy the ring": npx wrangler secret put VAULT_KEYRING < FILE
  --url URL     the deployment, for rewrap, retire and status (default http://localhost:8787)
API_KEY_PEPPER, from the environment, signs the requests. Nothing secret is printed but by the first line and by pass.
A minute between deploying the activated ring and rewrap lets refreshes end that began before.`

const base64 = (byteCount: number): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(byteCount))).toString('base64')

/** A key ring with one AES-256 key; later keys are added beside it. */
export const newVaultKeyring = (): string =>
  JSON.stringify({ active: 'k1', keys: { k1: base64(32) } })

/** The HMAC key under which API keys are stored. */
export const newPepper = (): string => base64(32)

/** An operator's pass for five minutes (`auth/operator-pass.ts`). */
export function operatorPass(pepper: string, now = Date.now()): string {
  const expires = Math.floor(now / 1000) + 300
  const mac = createHmac('sha256', Buffer.from(pepper, 'base64'))
    .update(`pipes/v1/operator|${expires}`)
    .digest('hex')
  return `op1.${expires}.${mac}`
}

class Refused extends Error {}

type Options = { readonly ring: string; readonly url: string }

type Use = {
  readonly id: string
  readonly active: boolean
  readonly rows: number
  readonly objects: number
}
type Slice = {
  readonly moved: { readonly rows: number; readonly objects: number }
  readonly failed: number
  readonly remaining: { readonly rows: number; readonly objects: number }
  readonly after: string | null
}
type Check = { readonly checked: number; readonly broken: number; readonly after: string | null }

const OF_A_KEY = ['add', 'activate', 'rewrap', 'retire']

async function main(): Promise<void> {
  const { positionals, values, refuse } = commandLine(
    HELP,
    {
      ring: { type: 'string', default: 'ring.json' },
      url: { type: 'string', default: 'http://localhost:8787' },
    },
    2,
  )
  const [command, kid] = positionals
  if (command === undefined) {
    say(`VAULT_KEYRING='${newVaultKeyring()}'\nAPI_KEY_PEPPER=${newPepper()}\nSHARED_CLIENTS='{}'`)
    return undefined
  }
  if (command === 'status') return status(values)
  if (command === 'pass') return say(operatorPass(pepperOf()))
  if (!OF_A_KEY.includes(command)) return refuse(`There is no command "${command}".`)
  if (kid === undefined) return refuse(`${command} needs the id of a key, such as k2.`)
  switch (command) {
    case 'add':
      return edit(values, (ring) => addKey(ring, kid, base64(32)), `${kid} is in`)
    case 'activate':
      return edit(values, (ring) => activateKey(ring, kid), `${kid} is active in`)
    case 'rewrap':
      return rewrap(values, kid)
    default:
      await ask(values, 'POST', `${pathOf(kid)}/retire`)
      return edit(values, (ring) => removeKey(ring, kid), `${kid} has left`)
  }
}

async function status(options: Options): Promise<void> {
  const { data } = (await ask(options, 'GET', '/keys')) as { data: readonly Use[] }
  for (const { id, active, rows, objects } of data) {
    const broken = active ? 0 : await countBroken(options, id)
    const words = `${rows} rows, ${objects} objects${broken === 0 ? '' : `, ${broken} rows do not open`}`
    say(`${id.padEnd(12)} ${active ? 'active' : '      '}  ${words}`)
  }
}

/** Rows of a key that is being left: the active one may have millions of them. */
async function countBroken(options: Options, kid: string): Promise<number> {
  let broken = 0
  for (let after: string | null = ''; after !== null;) {
    const check = (await ask(options, 'GET', `${pathOf(kid)}/check${query(after)}`)) as Check
    broken += check.broken
    after = check.after
  }
  return broken
}

const pathOf = (kid: string): string => `/keys/${encodeURIComponent(kid)}`
const query = (after: string): string => (after === '' ? '' : `?after=${encodeURIComponent(after)}`)

/** Slice after slice, until nothing remains or nothing moves. Killed, it is simply started again. */
async function rewrap(options: Options, kid: string): Promise<void> {
  const startedAt = performance.now()
  let moved = 0
  let walk = { moved: 0, failed: 0 }
  let after = ''
  for (;;) {
    const slice = (await ask(options, 'POST', `${pathOf(kid)}/rewrap${query(after)}`)) as Slice
    const count = slice.moved.rows + slice.moved.objects
    moved += count
    walk = { moved: walk.moved + count, failed: walk.failed + slice.failed }
    const left = slice.remaining.rows + slice.remaining.objects
    const perSecond = Math.round((moved * 1000) / (performance.now() - startedAt))
    say(`${moved} moved, ${left} left, ${perSecond} a second`)
    if (left === 0)
      return say(`Nothing is under ${kid} any more. Next: npm run keys -- retire ${kid}`)
    after = slice.after ?? ''
    if (slice.after !== null) continue
    if (walk.moved === 0) {
      throw new Refused(
        `${walk.failed} of what is left could not be moved: the log of the Worker says why (rewrap_failed). Run this again later.`,
      )
    }
    walk = { moved: 0, failed: 0 }
  }
}

function edit({ ring: file }: Options, change: (ring: RingText) => RingText, what: string): void {
  if (!existsSync(file)) {
    throw new Refused(
      `There is no file ${file}. Put the ring there as JSON, or name it with --ring.`,
    )
  }
  let changed: string
  try {
    changed = JSON.stringify(change(ringOf(readFileSync(file, 'utf8'))))
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error))
  }
  // Whole or not at all: half a ring would lock everything.
  writeFileSync(`${file}.new`, changed, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  say(`${what} ${file}. Now: npx wrangler secret put VAULT_KEYRING < ${file}`)
}

async function ask({ url }: Options, method: string, path: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${operatorPass(pepperOf())}` }
  const answer = await fetch(new URL(path, url), { method, headers }).catch((error: unknown) => {
    throw new Refused(`${url} does not answer: ${String(error)}. Name the deployment with --url.`)
  })
  const body = (await answer.json().catch(() => ({}))) as { message?: string }
  if (!answer.ok) throw new Refused(body.message ?? `${url} answered ${answer.status}.`)
  return body
}

function pepperOf(): string {
  const pepper = process.env['API_KEY_PEPPER']
  if (pepper) return pepper
  throw new Refused('API_KEY_PEPPER is not in the environment. Take it from your safe.')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

if (import.meta.main) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
