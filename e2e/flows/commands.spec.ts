/** What a person meets who asks a command of package.json for help, or mistypes something. No browser is needed. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '../stack/build.ts'

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

const run = (file: string, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [file, ...args],
      { cwd: root },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

/** By their names, all that are programs of ours; `start` and `test` come before there is anything installed. */
async function commands(): Promise<ReadonlyMap<string, string>> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  return new Map(
    Object.entries(scripts).flatMap(([name, command]) => {
      const file = /^node (\S+\.ts)$/.exec(command)?.[1]
      return file === undefined || name === 'build:package' ? [] : [[name, file] as const]
    }),
  )
}

test('every command explains itself', async () => {
  for (const [name, file] of await commands()) {
    const text = await readFile(join(root, file), 'utf8')
    expect(text, file).toMatch(/\bcommandLine\(/)
    expect(text, file).toMatch(new RegExp(`npm run (?:-s )?${name}\\b`))
  }
})

test('--help says what it does, and a mistake is named above it; neither does anything', async () => {
  const all = await commands()
  // Those that are there at once; the others have the same line before anything else.
  for (const name of ['check', 'build', 'size', 'bootstrap', 'keys', 'provider:new']) {
    const file = all.get(name) ?? ''
    const helped = await run(file, '--help')
    expect(helped).toMatchObject({ code: 0, stderr: '' })
    expect(helped.stdout).toMatch(new RegExp(`^npm run ${name}\\b`))
    const { code, stdout, stderr } = await run(file, '--bogus')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe(`Unknown option '--bogus'.\n\n${helped.stdout}`)
  }
})

test('npm start says no before it installs or starts anything', async () => {
  for (const [typed, problem] of [
    ['--prot', /^Unknown option '--prot'/],
    ['--port=x', /^--port takes a number/],
    ['8787', /^Unexpected argument '8787'/],
  ] as const) {
    const { code, stdout, stderr } = await run('e2e/stack/start.mjs', typed)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(problem)
  }
})

test.describe('a word that means nothing is no reason to do everything, or nothing', () => {
  for (const [name, typed, problem] of [
    ['check', ['--only', 'nope'], 'There is no step "nope".'],
    ['keys', ['nope'], 'There is no command "nope".'],
    ['keys', ['add'], 'add needs the id of a key, such as k2.'],
    ['size', ['nope'], '"nope" is not understood.'],
    ['provider:show', ['nope'], 'The catalogue has no "nope". /docs/providers lists it.'],
    ['fuzz:refresh', ['--only', 'nope'], 'No variant has "nope" in its name.'],
    ['bench:scale', ['--small', 'x'], '--small takes a whole number above 0, not "x".'],
    ['bench:scale', ['--tolerance', '-1'], "Option '--tolerance' argument is ambiguous."],
  ] as const) {
    test(`${name} ${typed.join(' ')}`, async () => {
      const { code, stderr } = await run((await commands()).get(name) ?? '', ...typed)
      expect([code, stderr.split('\n')[0]]).toEqual([1, problem])
    })
  }
})
