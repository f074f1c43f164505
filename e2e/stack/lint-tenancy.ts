/**
 * The tenancy law: a statement on a table that belongs to an environment names the environment. One that
 * cannot (a secret of 256 bits leads to its row, a sweeper serves everybody) says so in its comment.
 */
import { declarations } from './lint-source.ts'
import type { Declaration, Source } from './lint-source.ts'

type Finding = { readonly index: number; readonly message: string }
type TenantTable = { readonly variable: string; readonly name: string }

export function tenancyFindings(source: Source, all: readonly Source[]): Finding[] {
  if (!/^worker\/(?!tools\/|test\/)/.test(source.path) || source.path.endsWith('.test.ts'))
    return []
  const tables = tenantTables(all)
  const declared = declarations(source)
  const conditions = declared.filter(({ code }) => NAMES_ENVIRONMENT.test(code))
  return (
    declared
      .filter(({ above }) => !/environment/i.test(above))
      .flatMap((declaration) => statements(declaration, tables))
      .filter(({ code }) => !NAMES_ENVIRONMENT.test(code))
      // A condition that the file has given a name, such as `ownedBy(reference)`.
      .filter(({ code }) => !conditions.some(({ name }) => code.includes(`${name}(`)))
      .map(({ index, table }) => ({
        index,
        message: `a statement on ${table} names its environment, or its comment says why it cannot`,
      }))
  )
}

const NAMES_ENVIRONMENT = /environmentId|environment_id/

const tenantTables = (all: readonly Source[]): TenantTable[] =>
  all
    .filter(({ path }) => path.startsWith('worker/storage/schema/'))
    .flatMap(declarations)
    .flatMap(({ code }) => {
      const [, variable, name] = /const (\w+) = sqliteTable\(\s*'(\w+)'/.exec(code) ?? []
      if (variable === undefined || name === undefined) return []
      return /\benvironmentId: text\(/.test(code) ? [{ variable, name }] : []
    })

type Statement = { readonly code: string; readonly index: number; readonly table: string }

function statements({ code, index }: Declaration, tables: readonly TenantTable[]): Statement[] {
  return tables.flatMap(({ variable, name }) => {
    const built = code.matchAll(new RegExp(`\\.(?:from|update|delete)\\(\\s*${variable}\\b`, 'g'))
    const written = code.matchAll(
      new RegExp(
        `(['"\`])(?:(?!\\1)[\\s\\S])*\\b(?:FROM|JOIN|UPDATE|INTO)\\s+${name}\\b(?:(?!\\1)[\\s\\S])*\\1`,
        'gi',
      ),
    )
    return [
      ...Array.from(built, (match) => ({ at: match.index, text: chainFrom(code, match.index) })),
      ...Array.from(written, (match) => ({ at: match.index, text: match[0] })),
    ].map(({ at, text }) => ({ code: text, index: index + at, table: name }))
  })
}

/** The rest of a chain of calls: up to where its brackets close, or a line goes on without a dot. */
function chainFrom(code: string, from: number): string {
  let depth = 0
  for (let index = from; index < code.length; index += 1) {
    const letter = code[index] ?? ''
    if ('([{'.includes(letter)) depth += 1
    if (')]}'.includes(letter)) depth -= 1
    const ends = letter === ',' || (letter === '\n' && !/^\s*\./.test(code.slice(index)))
    if (depth < 0 || (depth === 0 && ends)) return code.slice(from, index)
  }
  return code.slice(from)
}
