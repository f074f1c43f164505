/**
 * A list as one file, however long: read page by page by its cursors while the browser takes it, never held as a
 * whole. What fails in the middle breaks the download off, so that half a file is not taken for all of it.
 */
import { utf8 } from '../kit/encoding.ts'
import type { Page, PageFound, Place } from '../storage/page.ts'
import type { AppContext } from './context.ts'
import { csvLine, type Cell } from './csv.ts'

export type ExportFormat = 'csv' | 'json'
export type ExportRow = Readonly<Record<string, Cell>>

const ROWS_PER_PAGE = 500

export type Export<Row> = {
  /** For instance `pipes-audit`. */
  readonly name: string
  readonly columns: readonly string[]
  readonly read: (page: Page) => Promise<PageFound<Row>>
  readonly present: (row: Row) => ExportRow
}

/** @throws when the first page cannot be read: nothing is promised before */
export async function sendExport<Row>(
  c: AppContext,
  format: ExportFormat,
  asked: Export<Row>,
): Promise<Response> {
  const pages = pagesOf(asked.read)
  const first = await pages.next()
  const lines = linesOf(format, asked, first.value ?? [], pages)
  const day = new Date(c.var.deps.clock()).toISOString().slice(0, 10)
  c.header('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json')
  c.header('Content-Disposition', `attachment; filename="${asked.name}-${day}.${format}"`)
  return c.body(streamOf(lines))
}

/** A page is read when the one before has been taken. */
const streamOf = (texts: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { value } = await texts.next()
      if (value === undefined) controller.close()
      else controller.enqueue(utf8(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })

async function* pagesOf<Row>(read: Export<Row>['read']): AsyncGenerator<readonly Row[], undefined> {
  let after: Place | null = null
  do {
    const found: PageFound<Row> = await read({
      limit: ROWS_PER_PAGE,
      order: 'desc',
      after,
      before: null,
    })
    yield found.rows
    after = found.after
  } while (after !== null)
  return undefined
}

async function* linesOf<Row>(
  format: ExportFormat,
  { columns, present }: Pick<Export<Row>, 'columns' | 'present'>,
  first: readonly Row[],
  rest: AsyncGenerator<readonly Row[], undefined>,
): AsyncGenerator<string, undefined> {
  const isCsv = format === 'csv'
  let count = 0
  const texts = (rows: readonly Row[]): string =>
    rows
      .map((row) => {
        const shown = present(row)
        count += 1
        if (isCsv) return csvLine(columns.map((column) => shown[column] ?? null))
        return `${count === 1 ? '\n' : ',\n'}${JSON.stringify(shown)}`
      })
      .join('')
  yield (isCsv ? csvLine(columns) : '[') + texts(first)
  for await (const rows of rest) yield texts(rows)
  if (!isCsv) yield '\n]\n'
  return undefined
}
