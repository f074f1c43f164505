/** Counts what D1 is asked: statements, and the trips that carry them. */
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'

export type Asked = { readonly statements: number; readonly trips: number }

/** Written behind an answer, whenever that is: no caller waits for these. */
const BEHIND =
  /^update "(?:api_keys" set "last_used_on"|connected_accounts" set "last_used_at")|"revocations"/

/** @returns what was asked since the last call */
export function watchD1(): () => Asked {
  let [statements, trips] = [0, 0]
  const count = (asked: readonly object[]): void => {
    const counted = asked.filter((statement) => !BEHIND.test(texts.get(statement) ?? ''))
    statements += counted.length
    if (counted.length > 0) trips += 1
  }
  const texts = new WeakMap<object, string>()
  const prepared = env.DB.prepare('SELECT 1')

  watch(env.DB, 'prepare', (statement, _, [query]) => {
    texts.set(statement, query as string)
  })
  watch(prepared, 'bind', (bound, statement) => {
    texts.set(bound, texts.get(statement) ?? '')
  })
  watch(env.DB, 'batch', (_, __, [all]) => count(all as object[]))
  for (const name of ['all', 'raw', 'run', 'first']) {
    watch(prepared, name, (_, statement) => count([statement]))
  }
  return () => {
    const asked = { statements, trips }
    ;[statements, trips] = [0, 0]
    return asked
  }
}

/** Looks on at each call of a method, of every object of the kind of this one. */
function watch(
  of: object,
  name: string,
  look: (result: object, on: object, args: readonly unknown[]) => void,
): void {
  type Methods = Record<string, (...args: unknown[]) => object>
  const prototype = Object.getPrototypeOf(of) as Methods
  const method = prototype[name]
  if (method === undefined) throw new Error(`D1 has no ${name}`)
  vi.spyOn(prototype, name).mockImplementation(function (this: object, ...args) {
    const result = method.apply(this, args)
    look(result, this, args)
    return result
  })
}
