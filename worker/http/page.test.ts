/** The laws of paging, the same for each list: walks in both directions, while rows come and go. */
import { WorkOS } from '@workos-inc/node'
import { expect, test, vi } from 'vitest'
import { insertAccountRows } from '../test/account-rows.ts'
import { rowsOf } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { sendRaw } from '../test/http-laws.ts'
import {
  idsOf,
  insertIntegrations,
  LIST_NAMES,
  page,
  seedList,
  type Get,
  type Listed,
} from '../test/lists.ts'
import { expectJson } from '../test/wire.ts'

/** Follows one cursor to the end of the list; `between` runs after each page. */
async function walk(
  get: Get,
  query: Readonly<Record<string, string>>,
  by: 'before' | 'after' = 'after',
  between: (pages: readonly (readonly string[])[]) => Promise<unknown> = async () => undefined,
): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = []
  let cursor: string | null = null
  do {
    const found: Listed = await page(get, { ...query, [by]: cursor })
    pages.push(idsOf(found))
    await between(pages)
    cursor = found.list_metadata[by]
  } while (cursor !== null)
  return pages
}

test.for(LIST_NAMES)(
  '%s: each row once, in each direction, in pages of each size',
  async (name) => {
    const { get, ids } = await seedList(name, 23)
    for (const limit of ['1', '7', '23', '100']) {
      const upward = await walk(get, { limit, order: 'asc' })
      expect(upward.flat()).toEqual(ids)
      expect(upward.slice(0, -1).every(({ length }) => length === Number(limit))).toBe(true)
      expect((await walk(get, { limit, order: 'desc' })).flat()).toEqual(ids.toReversed())
      // As the hosted product: the newest first, and `before` leads to what is older.
      expect((await walk(get, { limit, order: 'normal' }, 'before')).flat()).toEqual(
        ids.toReversed(),
      )
    }
  },
)

test.for(LIST_NAMES)('%s: back again, page by page', async (name) => {
  const { get } = await seedList(name, 23)
  for (const order of ['asc', 'desc'] as const) {
    const query = { limit: '5', order }
    const pages: Listed[] = []
    for (let after: string | null = null; pages.length === 0 || after !== null;) {
      const found: Listed = await page(get, { ...query, after })
      pages.push(found)
      after = found.list_metadata.after
    }
    expect(pages[0]?.list_metadata.before).toBeNull()
    for (const [index, found] of pages.entries()) {
      const { before } = found.list_metadata
      if (before === null) continue
      const previous = await page(get, { ...query, before })
      expect(idsOf(previous)).toEqual(idsOf(pages[index - 1] as Listed))
      expect(previous.list_metadata.before === null).toBe(index === 1)
      const { after } = previous.list_metadata
      expect(idsOf(await page(get, { ...query, after }))).toEqual(idsOf(found))
    }
  }
})

test.for(LIST_NAMES)('%s: ten rows, the newest first, unless told', async (name) => {
  const { get, ids } = await seedList(name, 12)
  const newest = (name.includes('need') ? ids : ids.toReversed()).slice(0, 10)
  expect(idsOf(await page(get, {}))).toEqual(newest)
})

test('a list without rows has no pages before and behind it', async () => {
  const { get } = await seedList('connected_accounts', 0)
  const nothing = { object: 'list', data: [], list_metadata: { before: null, after: null } }
  expect(await page(get, {})).toEqual(nothing)
})

test('what lies between two places is that and no more', async () => {
  const { get, ids } = await seedList('connected_accounts', 10)
  const order = 'asc'
  const two = await page(get, { order, limit: '2' })
  const eight = await page(get, { order, limit: '8' })
  const { after } = two.list_metadata
  const before = eight.list_metadata.after
  const between = await page(get, { order, after, before })
  // The eighth is where `before` stands: it is not before itself.
  expect(idsOf(between)).toEqual(ids.slice(2, 7))
  expect(between.list_metadata.after).toBeNull()
})

test.for(['connected_accounts', 'data-integrations'])(
  '%s: a walk meets what was there all the time once, whatever comes and goes',
  async (name) => {
    const h = await seedEnvironment()
    const { get, ids } = await seedList(name, 30, h)
    const table = name === 'data-integrations' ? 'data_integrations' : 'connected_accounts'
    const removed = new Set<string>()
    const pages = await walk(get, { limit: '4', order: 'asc' }, 'after', async (seen) => {
      const met = seen.flat()
      const unmet = ids.filter((id) => !met.includes(id))
      // The row that the cursor names, one that was met, and one that was not.
      for (const id of [met.at(-1), met.at(-3), unmet[2]]) {
        await rowsOf(`DELETE FROM ${table} WHERE id = ?`, id ?? '')
      }
      removed.add(unmet[2] ?? '')
      // In front of and behind the cursor, with the keys of a neighbour.
      for (const id of name === 'connected_accounts' ? [ids[0], ids[25]] : []) {
        const userId = `${seen.length} beside ${id}`
        await insertAccountRows(h.environment.id, [{ id: `${id}_${seen.length}`, userId }])
      }
    })
    const met = pages.flat()
    expect(new Set(met).size).toBe(met.length)
    const stayed = ids.filter((id) => !removed.has(id))
    expect(met.filter((id) => ids.includes(id))).toEqual(stayed)
  },
)

test('@workos-inc/node walks the whole list, once each, while rows come and go', async () => {
  const h = await seedEnvironment()
  const ids = await insertIntegrations(h, 230)
  const asked: URLSearchParams[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    asked.push(url.searchParams)
    const answer = await sendRaw(url.pathname + url.search, init)
    // Between two pages: the row that the cursor names goes.
    const { data } = await expectJson<Listed>(answer.clone(), 200)
    await rowsOf('DELETE FROM data_integrations WHERE id = ?', data.at(-1)?.id ?? '')
    return answer
  })
  const workos = new WorkOS(h.environment.apiKey, { apiHostname: 'pipes.example.com' })
  const first = await workos.pipes.listDataIntegrations()
  expect(first.data).toHaveLength(10)
  const gone = first.data.at(-1)?.id
  const all = await first.autoPagination()
  expect(all.map(({ id }) => id)).toEqual(ids.toReversed().filter((id) => id !== gone))
  // 10, then 100, 100 and the rest.
  expect(asked.map((query) => [query.get('limit'), query.get('order')])).toEqual([
    [null, 'desc'],
    ...Array.from({ length: 3 }, () => ['100', 'desc']),
  ])

  const one = await workos.pipes.listDataIntegrations({ limit: 3, order: 'asc' })
  expect(await one.autoPagination()).toEqual(one.data)
})
