/** D1's own word on how it finds what a function asks for. */
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import { openDatabase } from '../storage/database.ts'

/** The plan of every statement that a function sends, one line a step. */
export const plansOf = async (work: (db: ReturnType<typeof openDatabase>) => Promise<unknown>) =>
  (await explain(await statementsOf(work))).flat()

/** What a function sends to D1, which here finds nothing. */
export async function statementsOf(
  work: (db: ReturnType<typeof openDatabase>) => Promise<unknown>,
): Promise<readonly string[]> {
  const queries: string[] = []
  const nothing = async () => []
  const statement = { bind: () => statement, raw: nothing, all: async () => ({ results: [] }) }
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const spy = vi.spyOn(d1, 'prepare').mockImplementation((query) => {
    queries.push(query)
    return statement as unknown as D1PreparedStatement
  })
  const batches = vi
    .spyOn(d1, 'batch')
    .mockImplementation(async (all) =>
      all.map(() => ({ results: [] }) as unknown as D1Result<never>),
    )
  await work(openDatabase(env.DB))
  spy.mockRestore()
  batches.mockRestore()
  return queries
}

/** @returns the steps of each */
export async function explain(queries: readonly string[]): Promise<readonly (readonly string[])[]> {
  const explained = await env.DB.batch<{ detail: string }>(
    queries.map((query) => {
      const values = Array.from({ length: query.split('?').length - 1 }, () => 1)
      return env.DB.prepare(`EXPLAIN QUERY PLAN ${query}`).bind(...values)
    }),
  )
  return explained.map(({ results }) => results.map(({ detail }) => detail))
}
