/**
 * What the first command of a fresh clone needs before any dependency exists: is this machine able
 * to run the project, are the dependencies those of the lockfile, and which Node runs the rest.
 * Plain JavaScript without dependencies: the system's Node may be 20.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const bin = join(root, 'node_modules', '.bin')
const stampPath = join(root, 'node_modules', '.pipes-lock-hash')

/** Linux x64 and arm64 get their own Node 24 from the lockfile; there any Node from 20 on will do. */
const bringsItsOwnNode =
  process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64')

/** @returns {string | undefined} why this machine's Node cannot run the project */
export function problemWithNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (bringsItsOwnNode) {
    return major >= 20 ? undefined : `Pipes needs Node 20 or newer; this is ${process.version}.`
  }
  if (major > 22 || (major === 22 && minor >= 12)) return undefined
  return `On ${process.platform} ${process.arch} Pipes needs Node 22.12 or newer; this is ${process.version}.`
}

/** The Node that runs everything after the installation. */
export function projectNode() {
  const own = join(bin, 'node')
  return bringsItsOwnNode && existsSync(own) ? own : process.execPath
}

/** The project's commands first, and tools that neither ask, nor report, nor look for updates. */
export const toolEnvironment = () => ({
  ...process.env,
  ...JSON.parse(readFileSync(new URL('tool-environment.json', import.meta.url), 'utf8')),
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
})

/**
 * Installs exactly what the lockfile names, unless that is there already.
 *
 * @param {(line: string) => void} say where progress goes
 * @returns {Promise<string | undefined>} why it failed
 */
export async function installDependencies(say) {
  const lockfile = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lockfile).digest('hex')
  if (isInstalled(hash, lockfile)) return undefined

  say('Installing the dependencies of the lockfile (once; about 900 MB, a minute or so) …')
  const failure = await runNpm(
    ['ci', '--include=dev', '--include=optional', '--loglevel=error'],
    say,
  )
  if (failure !== undefined) return failure
  writeFileSync(stampPath, `${hash}\n`)
  return undefined
}

function isInstalled(hash, lockfile) {
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8').trim() === hash) return true
  if (!sameAsInstalled(lockfile)) return false
  writeFileSync(stampPath, `${hash}\n`)
  return true
}

/** Somebody may have run `npm ci` by hand: npm leaves behind a list of what it installed. */
function sameAsInstalled(lockfile) {
  const listPath = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(listPath)) return false
  const wanted = Object.entries(JSON.parse(lockfile.toString()).packages ?? {})
  const installed = JSON.parse(readFileSync(listPath, 'utf8')).packages ?? {}
  return wanted.every(([path, entry]) => {
    if (path === '' || (entry.optional && installed[path] === undefined)) return true
    return installed[path]?.version === entry.version
  })
}

function runNpm(args, say) {
  const asScript = (process.env.npm_execpath ?? '').endsWith('npm-cli.js')
  const command = asScript ? process.execPath : 'npm'
  const before = asScript ? [process.env.npm_execpath] : []
  const startedAt = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && !asScript,
      // A NODE_ENV or an omit list of the user would leave out the tools that this needs.
      env: { ...process.env, NODE_ENV: '', npm_config_omit: '' },
    })
    const ticking = setInterval(() => {
      say(`  still installing, ${Math.round((Date.now() - startedAt) / 1000)} s …`)
    }, 10_000)
    const end = (failure) => {
      clearInterval(ticking)
      resolve(failure)
    }
    child.on('error', (error) => end(npmProblem(error)))
    child.on('exit', (code, signal) => {
      if (code === 0) return end(undefined)
      end(
        signal === null
          ? `\`npm ci\` failed with exit code ${code}.`
          : `\`npm ci\` was stopped (${signal}).`,
      )
    })
  })
}

const npmProblem = (error) =>
  error.code === 'ENOENT'
    ? 'npm was not found. It comes with Node (https://nodejs.org); on Debian and Ubuntu it is the package "npm".'
    : `npm could not be started: ${error.message}`

/**
 * Runs a TypeScript file of the project with its own Node, passes signals on, and waits.
 *
 * @param {string} file path from the repository's root
 * @param {string[]} args
 * @param {Record<string, string>} [extraEnvironment]
 * @returns {Promise<number>} the exit code
 */
export function runInProjectNode(file, args, extraEnvironment = {}) {
  return new Promise((resolve) => {
    // The channel carries no message; its end tells the child that we were killed.
    const child = spawn(projectNode(), [join(root, file), ...args], {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...toolEnvironment(), ...extraEnvironment },
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal))
    }
    // A supervisor may end npm alone, which passes nothing on: an orphan of npm ends what it began.
    const parent = process.ppid
    const isUnderNpm = process.env.npm_lifecycle_event !== undefined
    setInterval(() => {
      if (isUnderNpm && process.ppid !== parent) child.kill('SIGTERM')
    }, 1000).unref()
    child.on('error', (error) => {
      process.stderr.write(`${projectNode()} could not be started: ${error.message}\n`)
      if (error.code === 'ENOENT')
        process.stderr.write('On Linux this needs glibc (Alpine has none).\n')
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : 15)))
  })
}
