/**
 * The laws of the house that a linter cannot say, one table: where each holds, and what breaks it.
 *
 *     node e2e/stack/lint-laws.ts        prints `file:line law message` per finding, exits 1 on any
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FAULTS, faultFindings } from './lint-faults.ts'
import { borderFindings, documentedFindings, layerFindings } from './lint-layers.ts'
import { declarations, lineAt, readSources } from './lint-source.ts'
import type { Source } from './lint-source.ts'
import { tenancyFindings } from './lint-tenancy.ts'

type Finding = { readonly index: number; readonly message: string }
type Law = { readonly name: string } & (
  | { readonly find: (source: Source, all: readonly Source[]) => readonly Finding[] }
  | {
      readonly holds: (path: string) => boolean
      readonly never: RegExp
      readonly message: string
      /** Also in comments. */
      readonly everywhere?: boolean
    }
)

const inTests = (path: string): boolean =>
  /\.test\.ts$|\.config\.ts$/.test(path) || path.startsWith('worker/test/')
const inWorker = (path: string): boolean =>
  path.startsWith('worker/') && !inTests(path) && !path.startsWith('worker/tools/')
const inBrowserOrWorker = (path: string): boolean => /^(?:worker|widget)\//.test(path)
const not =
  (...exceptions: readonly RegExp[]) =>
  (path: string): boolean =>
    inWorker(path) && !exceptions.some((exception) => exception.test(path))
const isThisFile = (path: string): boolean => path.startsWith('e2e/stack/lint-')

const LAWS: readonly Law[] = [
  {
    name: 'lazy-catalogue',
    holds: not(/^worker\/providers\/catalogue\.ts$/),
    never: /\bCATALOGUE\b/g,
    message:
      'making every entry would be most of the Worker’s start: findProvider, or allProviders where a request needs them all',
  },
  { name: 'layers', find: layerFindings },
  { name: 'borders', find: borderFindings },
  { name: 'documented', find: documentedFindings },
  { name: 'tenancy', find: tenancyFindings },
  { name: 'module-state', find: moduleStateFindings },
  {
    name: 'egress',
    // page-script.ts and consent-script.ts are texts for the browser.
    holds: not(
      /^worker\/kit\/safe-fetch\.ts$/,
      /^worker\/index\.ts$/,
      /^worker\/http\/routes\/connect\/page-script\.ts$/,
      /^worker\/http\/routes\/sandbox-provider\/consent-script\.ts$/,
    ),
    never: /(?<![.\w#]|async )fetch\s*\(|\b(?:globalThis|self)\s*\.\s*fetch\b/g,
    message: 'requests go out through an Egress of kit/safe-fetch.ts',
  },
  {
    name: 'egress',
    holds: not(/^worker\/kit\/safe-fetch\.ts$/, /^worker\/runtime\/create-deps\.ts$/),
    never: /[{,(]\s*fetch\s*[,})]|[=:]\s*fetch\s*[\n,;)}]/g,
    message: 'only runtime/create-deps.ts hands the platform fetch to an Egress',
  },
  {
    name: 'crypto',
    holds: not(/^worker\/(?:vault|auth)\//, /^worker\/kit\/digest\.ts$/, /^worker\/oauth\/pkce/),
    never: /\bsubtle\b/g,
    message: 'cryptography lives in vault/, auth/ and kit/digest.ts',
  },
  {
    name: 'reveal',
    holds: not(/^worker\/(?:vault|auth|oauth|http)\//, /^worker\/kit\/secret\.ts$/),
    never: /\.reveal\s*\(/g,
    message: 'a Secret is revealed by the vault, to a provider and to the caller, nowhere else',
  },
  {
    name: 'sql',
    holds: inWorker,
    never: /\.(?:prepare|exec)\s*\(\s*`[^`]*\$\{|\bsql\s*\.\s*raw\s*\(/g,
    message: 'values are bound, never written into a statement',
  },
  {
    name: 'drizzle',
    holds: not(/^worker\/storage\//),
    never: /['"]drizzle-(?:orm|kit)\b/g,
    message: 'only storage/ knows the query builder',
  },
  {
    name: 'bindings',
    holds: not(/^worker\/runtime\//, /^worker\/index\.ts$/),
    never: /\benv\s*\.\s*[A-Z][A-Z_]+\b/g,
    message: 'only runtime/ reads bindings',
  },
  {
    name: 'markup',
    holds: (path) => !isThisFile(path) && !inTests(path),
    never:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic)\b|\bdocument\s*\.\s*write|\bsrcdoc\b/g,
    message: 'markup is built from templates, whose values are text',
  },
  {
    name: 'eval',
    holds: (path) => !isThisFile(path),
    never: /(?<![.\w])eval\s*\(|\bnew\s+Function\b|\bset(?:Timeout|Interval)\s*\(\s*['"`]/g,
    message: 'no text becomes code',
  },
  {
    name: 'post-message',
    holds: (path) => !isThisFile(path),
    never:
      /\bpostMessage\s*\((?:[^();]|\([^()]*\))*['"`]\*['"`]|\btargetOrigin\s*:\s*['"`]\*['"`]/g,
    message: 'a message names the origin it is for',
  },
  {
    name: 'redirect',
    holds: inWorker,
    never: /(?<![\w.])30[78](?![\w.])/g,
    message: '307 and 308 repeat a body at another place; use 303, or 302 for GET',
  },
  {
    name: 'cache',
    holds: inWorker,
    never: /(?<![.\w])caches\s*[.[]/g,
    message: 'no answer of ours is put in a shared cache',
  },
  {
    name: 'randomness',
    holds: inBrowserOrWorker,
    never: /\bMath\s*\.\s*random\b/g,
    message: 'take a Random argument, or crypto.getRandomValues in the browser',
  },
  {
    name: 'unfinished',
    holds: (path) => !isThisFile(path),
    never: /\b(?:TODO|FIXME|XXX)\b/g,
    message: 'finish it, or write an issue',
    everywhere: true,
  },
  {
    name: 'suppression',
    holds: (path) => !isThisFile(path),
    never: /@ts-(?:ignore|nocheck)|(?:oxlint|eslint)-disable(?![^\n]* -- \S)/g,
    message: 'a suppression says why: `oxlint-disable-next-line rule -- reason`',
    everywhere: true,
  },
  {
    name: 'drawer',
    holds: (path) =>
      /(?:^|\/)(?:utils?|helpers?|common|misc|services?|managers?|types)(?:\.|\/)/.test(path),
    never: /^/g,
    message: 'name the file for what is in it',
  },
]

/** An isolate serves many requests: what a module keeps, all of them share. */
function moduleStateFindings(source: Source): Finding[] {
  if (!inWorker(source.path)) return []
  return declarations(source)
    .filter(({ code }) => isMutable(code))
    .filter(({ above, index }) => !/allow-module-state: \S/.test(above + lineFrom(source, index)))
    .map(({ index }) => ({
      index,
      message:
        'module state is shared by all requests: say why with `// allow-module-state: reason`',
    }))
}

const MUTABLE_CONST =
  /^(?:export )?const \w+(?:: ([\s\S]*?))? =\s*(?:new (?:Weak)?(?:Map|Set)\b|\[\]\s*$|\{\}\s*$)/

function isMutable(code: string): boolean {
  if (/^(?:export )?(?:let|var)\b/.test(code)) return true
  const found = MUTABLE_CONST.exec(code)
  return found !== null && found[1]?.startsWith('Readonly') !== true
}

const lineFrom = ({ text }: Source, index: number): string =>
  /.*/.exec(text.slice(index))?.[0] ?? ''

function findingsOf(law: Law, source: Source, all: readonly Source[]): readonly Finding[] {
  if ('find' in law) return law.find(source, all)
  if (!law.holds(source.path)) return []
  const text = law.everywhere === true ? source.text : source.code
  return Array.from(text.matchAll(law.never), ({ index }) => ({ index, message: law.message }))
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = readSources(root, ['worker', 'widget', 'e2e'])
const lines = sources.flatMap((source) =>
  LAWS.flatMap((law) =>
    findingsOf(law, source, sources).map(
      ({ index, message }) => `${source.path}:${lineAt(source.text, index)} ${law.name} ${message}`,
    ),
  ),
)
const table = readFileSync(join(root, FAULTS), 'utf8')
for (const { index, message } of faultFindings(table, sources)) {
  lines.push(`${FAULTS}:${lineAt(table, index)} faults ${message}`)
}
for (const line of lines) console.log(line)
const names = new Set(LAWS.map(({ name }) => name))
console.log(`laws: ${names.size} laws, ${sources.length} files, ${lines.length} findings`)
if (lines.length > 0) process.exitCode = 1
