/** `npm run drill:keys`: a rotation of the key ring under load, with everything killed on the way. */
import { spawn } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine, wholeNumber } from '../../worker/tools/command-line.ts'
import { expectAnswer } from '../bench/answers.ts'
import { connectAccount, defineProvider, fetchToken } from '../bench/connect.ts'
import { createDice } from '../fuzz/dice.ts'
import { startStrictProvider } from '../fuzz/strict-provider.ts'
import { build, root } from '../stack/build.ts'
import { openLocalState } from '../stack/local-state.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { startStack } from '../stack/stack.ts'
import { readUnderLoad } from './load.ts'

const HELP = `npm run drill:keys -- [--accounts N] [--kills N] [--seed N] [--short] [--help]

Connects accounts, then rotates the key ring with npm run keys while readers fetch tokens: add, activate,
rewrap, retire. During the rewrap the command and the Worker are killed again and again. In the end no
read may have failed, the old key's id may stand in no file of D1 or of any object, and what was copied
before may not open any more.

  --accounts N  (default 400)    --kills N  (default 20)    --seed N  of the moments (default 1)
  --short       some seconds, for npm test
`
const typed = commandLine(HELP, {
  accounts: { type: 'string' },
  kills: { type: 'string' },
  seed: { type: 'string' },
  short: { type: 'boolean' },
})
const { values } = typed
const isShort = values.short === true
const accounts = wholeNumber(typed, 'accounts', values.accounts, isShort ? 30 : 400)
const kills = wholeNumber(typed, 'kills', values.kills, isShort ? 2 : 20)
const dice = createDice(wholeNumber(typed, 'seed', values.seed, 1))

const directory = scratchDirectory('drill')
const ringFile = join(directory, 'ring.json')
const provider = await startStrictProvider(dice)
const problems: string[] = []
try {
  if (!isShort) await build((line) => console.log(line))
  await drill()
} finally {
  await provider.close()
  await rm(directory, { recursive: true, force: true })
}
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)

async function drill(): Promise<void> {
  const stack = await startStack({
    directory,
    ports: { worker: 0 },
    emulators: [],
    customerApp: false,
    loopbackOrigins: [provider.origin],
    rateLimit: '0/60',
    // Tokens of a second, several in a row.
    timings: { minRefreshIntervalMs: 0 },
    logLevel: 'silent',
    build: 'never',
  })
  let isStopped = false
  try {
    const { vaultKeyring, apiKeyPepper } = (await openLocalState(directory)).read()
    await writeFile(ringFile, vaultKeyring)
    const deploy = async (): Promise<void> =>
      stack.restartWorker({ bindings: { VAULT_KEYRING: await readFile(ringFile, 'utf8') } })
    const keys = (...args: string[]) =>
      command([...args, '--ring', ringFile, '--url', stack.url], apiKeyPepper)

    console.log(`${accounts} accounts …`)
    provider.set({ unavailable: 0, cutAfter: 0, lifetimeSeconds: 1 })
    await defineProvider(stack, 'strict', provider.origin)
    const users = Array.from({ length: accounts }, (_, index) => `user-${index}`)
    for (let at = 0; at < users.length; at += 10) {
      await Promise.all(
        users.slice(at, at + 10).map((user) => connectAccount(stack, 'strict', user)),
      )
    }
    // Files with a past: a refresh writes a record of another length over the one before it.
    for (const lifetimeSeconds of [1, 1, 36_000]) {
      provider.set({ unavailable: 0, cutAfter: 0, lifetimeSeconds })
      await pause(1100)
      for (let at = 0; at < users.length; at += 10) {
        await Promise.all(
          users
            .slice(at, at + 10)
            .map(async (user) =>
              expectAnswer('vend', await fetchToken(stack, 'strict', user), [200]),
            ),
        )
      }
    }
    const gone = users.filter((_, index) => index % 10 === 9)
    for (const user of gone) {
      const path = `/user_management/users/${user}/connected_accounts/strict`
      const disconnected = await fetch(`${stack.url}${path}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${stack.apiKey}` },
      })
      await expectAnswer('disconnect', disconnected, [204])
    }
    await pause(1000)
    // As a backup, or as somebody who took the disk. A new life has no file open yet that could move meanwhile.
    await stack.restartWorker({})
    const copy = join(directory, 'copy')
    await cp(stack.stateDirectory, join(copy, 'state'), { recursive: true })
    await cp(join(directory, 'secrets.json'), join(copy, 'secrets.json'))

    const load = readUnderLoad(
      stack,
      'strict',
      users.filter((user) => !gone.includes(user)),
      dice,
    )
    await keys('add', 'k2-another').done
    await deploy()
    await keys('activate', 'k2-another').done
    await deploy()
    const early = await keys('retire', 'k1').done
    if (early.code === 0) problems.push('a key in use was retired')

    const startedAt = performance.now()
    let killed = 0
    for (;;) {
      load.check()
      const running = keys('rewrap', 'k1')
      if (killed < kills) {
        await pause(150 + dice.upTo(isShort ? 100 : 250))
        running.kill()
        killed += 1
        await deploy()
        continue
      }
      const { code, output } = await running.done
      if (code === 0) break
      if (!/does not answer/.test(output)) throw new Error(output)
    }
    const rewrapMs = performance.now() - startedAt
    const retired = await keys('retire', 'k1').done
    if (retired.code !== 0) problems.push(`the old key could not be retired: ${retired.output}`)
    await deploy()
    await pause(isShort ? 500 : 3000)
    const reads = await load.stop()

    await stack.stop()
    isStopped = true
    const found = await placesOf('w1.k1.', stack.stateDirectory)
    const openedBefore = await readFromCopy(copy, vaultKeyring)
    const opened = await readFromCopy(copy, await readFile(ringFile, 'utf8'))
    console.table([
      {
        accounts,
        kills: killed,
        reads: reads.succeeded,
        'failed reads': reads.failed,
        'asked again, Worker away': reads.unanswered,
        'rewrap, kills included, s': Math.round(rewrapMs / 100) / 10,
        'places with the old id': found.length,
        'the copy answers': `${openedBefore} → ${opened}`,
      },
    ])
    if (reads.failed > 0) problems.push(`${reads.failed} reads failed: ${reads.firstFailure}`)
    if (reads.succeeded === 0) problems.push('nothing was read')
    if (found.length > 0) problems.push(`the old key's id stands in ${found.join(', ')}`)
    if (openedBefore !== '200' || opened !== '503 vault_key_unavailable') {
      problems.push('the copy does not prove what it should')
    }
  } finally {
    if (!isStopped) await stack.stop()
  }
}

type Ended = { readonly code: number | null; readonly output: string }

/** `npm run keys -- …` as its own process. */
function command(
  args: readonly string[],
  pepper: string,
): { readonly done: Promise<Ended>; readonly kill: () => void } {
  const child = spawn(process.execPath, [join(root, 'worker/tools/keys.ts'), ...args], {
    env: { ...process.env, API_KEY_PEPPER: pepper },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  }
  const done = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
  return { done, kill: () => child.kill('SIGKILL') }
}

/** What a vend from the copied storage answers, with a ring. */
async function readFromCopy(copy: string, ring: string): Promise<string> {
  const stack = await startStack({
    directory: copy,
    ports: { worker: 0 },
    emulators: [],
    customerApp: false,
    loopbackOrigins: [provider.origin],
    rateLimit: '0/60',
    logLevel: 'silent',
    build: 'never',
  })
  try {
    await stack.restartWorker({ bindings: { VAULT_KEYRING: ring } })
    const answer = await fetchToken(stack, 'strict', 'user-0')
    const { code } = (await answer.json()) as { code?: string }
    return code === undefined ? `${answer.status}` : `${answer.status} ${code}`
  } finally {
    await stack.stop()
  }
}

/**
 * Where a text still stands: in the bytes of the objects' files, and in the rows of D1. (What D1 leaves
 * in pages that it has freed cannot be overwritten through D1; it opens with the retired key only.)
 */
async function placesOf(text: string, state: string): Promise<string[]> {
  const entries = await readdir(state, { recursive: true, withFileTypes: true })
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const found: string[] = []
  for (const file of files.filter((name) => name.endsWith('.sqlite'))) {
    const database = new DatabaseSync(file)
    // The runtime was stopped hard: SQLite's own closing folds its journal back into each file.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    if (file.includes('/d1/')) found.push(...tablesWith(database, text))
    database.close()
  }
  for (const file of files.filter((name) => !name.includes('/d1/'))) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    if (bytes.includes(text)) found.push(file)
  }
  return found
}

function tablesWith(database: DatabaseSync, text: string): string[] {
  const names = database
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
    )
    .all()
    .map(({ name }) => String(name))
  return names.filter((name) =>
    JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()).includes(text),
  )
}
