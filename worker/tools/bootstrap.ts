/**
 * `npm run bootstrap`: the first environment and API key of a deployment. Everything later is done
 * with that key; this needs access to the database, which the operator has and nobody else.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isExactOrigin, isExactReturn } from '../domain/environment.ts'
import { commandLine } from './command-line.ts'
import { asSqlFile, bootstrapStatements } from './bootstrap-statements.ts'
import type { Bootstrap, BootstrapInput } from './bootstrap-statements.ts'

const HELP = `npm run bootstrap -- [options]

Makes an environment and its first API key, and prints the key once.

  --remote             in the deployed database
  --local              in the one of \`wrangler dev\` (unless told)
  --name NAME          the environment's name, which users see (Production)
  --kind KIND          production or sandbox (production)
  --origin ORIGIN      a site that embeds the widget, e.g. https://app.example.com; may be repeated
  --return-url URL     a page to which a browser may be sent back; may be repeated
  --help               this text

API_KEY_PEPPER comes from the environment or from .dev.vars, and must be the deployed secret.`

const root = fileURLToPath(new URL('../../', import.meta.url))

const { values } = commandLine(HELP, {
  remote: { type: 'boolean', default: false },
  local: { type: 'boolean', default: false },
  name: { type: 'string', default: 'Production' },
  kind: { type: 'string', default: 'production' },
  origin: { type: 'string', multiple: true, default: [] },
  'return-url': { type: 'string', multiple: true, default: [] },
})

await bootstrap(values.remote, inputOf(values))

async function bootstrap(isRemote: boolean, input: BootstrapInput): Promise<void> {
  const made = await bootstrapStatements(input)
  execute(made, isRemote)
  process.stdout.write(`
Environment  ${made.environmentId} (${input.name}, ${input.kind})
API key      ${made.apiKey.reveal()}

${isRemote ? '' : 'This is in the LOCAL database; the deployed one is meant with --remote.\n'}The key is shown this once; only its HMAC was stored. Keep it where your backend's secrets are.
`)
}

/** wrangler's own login reaches the database; the file holds the key's HMAC, never the key. */
function execute(made: Bootstrap, isRemote: boolean): void {
  const directory = mkdtempSync(join(tmpdir(), 'pipes-bootstrap-'))
  try {
    const file = join(directory, 'bootstrap.sql')
    writeFileSync(file, asSqlFile(made.statements), { mode: 0o600 })
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
    const where = isRemote ? '--remote' : '--local'
    const { status } = spawnSync(
      process.execPath,
      [wrangler, 'd1', 'execute', 'DB', where, '--yes', '--file', file],
      { cwd: root, stdio: ['inherit', 'inherit', 'inherit'] },
    )
    if (status !== 0) {
      stop(
        'The database did not take it, so there is no key. Were the migrations applied (`npx wrangler d1 migrations apply DB` with --remote or --local)?',
      )
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function inputOf(given: typeof values): BootstrapInput {
  if (given.kind !== 'production' && given.kind !== 'sandbox') {
    return stop(`--kind is production or sandbox, not "${given.kind}"`)
  }
  if (given.name.trim() === '') return stop('--name is what users see: it cannot be empty')
  if (given.remote && given.local) return stop('--remote or --local, not both')
  return {
    name: given.name,
    kind: given.kind,
    allowedOrigins: given.origin.map(exactOrigin),
    returnUrls: given['return-url'].map(exactReturn),
    pepper: readPepper(),
    now: Date.now(),
  }
}

/** The API would refuse any other, and no page would be let in by it. */
function exactOrigin(text: string): string {
  if (isExactOrigin(text)) return text
  return stop(
    `--origin is https (or a loopback host), host and port only, such as https://app.example.com, not "${text}"`,
  )
}

function exactReturn(text: string): string {
  if (isExactReturn(text)) return text
  return stop(
    `--return-url is an https address (or one of a loopback host) without query and fragment, not "${text}"`,
  )
}

function readPepper(): string {
  const pepper = process.env['API_KEY_PEPPER'] ?? pepperOfDevVars()
  return (
    pepper ??
    stop(
      'API_KEY_PEPPER is neither in the environment nor in .dev.vars. Take it from where you keep the deployment’s secrets: API_KEY_PEPPER=… npm run bootstrap',
    )
  )
}

function pepperOfDevVars(): string | undefined {
  const path = join(root, '.dev.vars')
  if (!existsSync(path)) return undefined
  const line = /^API_KEY_PEPPER\s*=\s*["']?([A-Za-z0-9+/=]+)["']?\s*$/m
  return line.exec(readFileSync(path, 'utf8'))?.[1]
}

function stop(problem: string): never {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}
