/** Redocly's linter over the document as a deployment serves it: valid OpenAPI 3.1, examples that match. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ORIGIN } from '../../contract/operations/examples.ts'

const ANOTHER_METHOD = 'The path that it could be taken for has other methods.'

/** What the rules say and the contract, which is not ours, does not let us change; by rule and place. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'no-ambiguous-paths /_widgets/DataIntegrations/attempts/{id}':
    'A slug is never "attempts": the words of the path come first.',
  'no-ambiguous-paths /_widgets/DataIntegrations/installations/{id}': 'Another number of segments.',
  'no-ambiguous-paths /_widgets/DataIntegrations/{slug}/api-key': ANOTHER_METHOD,
  'no-ambiguous-paths /_widgets/DataIntegrations/{slug}/client-credentials': ANOTHER_METHOD,
  'no-ambiguous-paths /_widgets/DataIntegrations/{slug}/configuration': ANOTHER_METHOD,
  'operation-4xx-response /health': 'It takes nothing that could be wrong.',
}

type Problem = {
  readonly ruleId: string
  readonly message: string
  readonly location: readonly { readonly pointer?: string }[]
}

/** @returns a line for each finding, and for each exception that is none any more */
export function lintDocument(text: string): readonly string[] {
  const directory = mkdtempSync(join(tmpdir(), 'pipes-openapi-'))
  try {
    const path = join(directory, 'openapi.json')
    writeFileSync(path, text.replaceAll(ORIGIN, 'https://pipes.acme.dev'))
    const problems = run(path)
    const seen = problems.map((problem) => ({ key: keyOf(problem), problem }))
    return [
      ...seen
        .filter(({ key }) => EXCEPTIONS[key] === undefined)
        .map(({ key, problem }) => `${key}: ${problem.message}`),
      ...Object.keys(EXCEPTIONS)
        .filter((key) => seen.every((one) => one.key !== key))
        .map((key) => `${key} is an exception, and the linter does not find it any more.`),
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function run(path: string): readonly Problem[] {
  const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js')),
      'lint',
      path,
      `--config=${at('redocly.yaml')}`,
      '--format=json',
      '--max-problems=1000',
    ],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  )
  if (error !== undefined) throw error
  const report = stdout.slice(stdout.indexOf('{'))
  if (report === '') throw new Error(`The linter says nothing: ${stderr}`)
  return (JSON.parse(report) as { readonly problems: readonly Problem[] }).problems
}

/** The rule, and the path of the API that it is about or else the place in the document. */
function keyOf({ ruleId, location }: Problem): string {
  const pointer = location[0]?.pointer ?? ''
  const [, path] = /^#\/paths\/([^/]+)/.exec(pointer) ?? []
  return `${ruleId} ${path?.replaceAll('~1', '/') ?? pointer}`
}
