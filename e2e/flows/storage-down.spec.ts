/** With the database away, who is connected stays connected: a fresh token needs the owner's object, nothing else. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noteRan } from '../stack/ran.ts'
import { startStack } from '../stack/stack.ts'
import { expect, test } from '../support/fixtures.ts'
import { connectByHttp } from '../support/http-browser.ts'
import { pipesApi } from '../support/pipes-api.ts'

const SCRIPT = fileURLToPath(new URL('../support/faulty-worker.mjs', import.meta.url))
const VENDS = 1000
const AT_ONCE = 20

test('a thousand fresh tokens are vended while D1 throws from the first statement, and a warm vend asks it nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'pipes-faulty-'))
  const stack = await startStack({
    ports: { worker: 0, emulators: 0 },
    directory,
    build: 'never',
    emulators: ['google'],
    customerApp: false,
    logLevel: 'error',
  })
  try {
    const pipes = pipesApi(stack.url, stack.apiKey)
    const user = `user_${randomUUID()}`
    await connectByHttp(pipes, 'google', user)
    const token = await pipes.accessToken('google', user)
    const statements = async (): Promise<number> => {
      const answer = await fetch(`${stack.url}/test/statements`)
      return ((await answer.json()) as { readonly statements: number }).statements
    }

    await stack.restartWorker({ script: SCRIPT })
    expect(await pipes.accessToken('google', user)).toBe(token)
    const cold = await statements()
    expect(cold).toBeGreaterThan(0)
    for (let count = 0; count < 100; count += 1) await pipes.accessToken('google', user)
    const warm = (await statements()) - cold
    noteRan(`D1 statements: ${cold} for the first vend, ${warm} for 100 warm vends`)
    expect(warm).toBe(0)

    await stack.restartWorker({ script: SCRIPT, bindings: { FAULTY_DATABASE: 'throws' } })
    const health = await fetch(`${stack.url}/health`)
    expect(await health.json()).toEqual({ status: 'ok', database: 'unavailable' })
    const vended: string[] = []
    for (let count = 0; count < VENDS; count += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, () => pipes.accessToken('google', user))
      vended.push(...(await Promise.all(some)))
    }
    expect(vended).toHaveLength(VENDS)
    expect(new Set(vended)).toEqual(new Set([token]))
    noteRan(`${vended.length} fresh vends with D1 throwing from the first statement`)
    const account = await pipes.call(
      'GET',
      `/user_management/users/${user}/connected_accounts/google`,
    )
    expect(account.status).toBe(503)
  } finally {
    await stack.stop()
    await rm(directory, { recursive: true, force: true })
  }
})
