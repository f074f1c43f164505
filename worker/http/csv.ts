/**
 * Lines of CSV (RFC 4180) for programs that calculate, too: a cell that they would take for a formula begins with
 * an apostrophe (OWASP, "CSV Injection"). Every cell is quoted, so that nothing in it ends it.
 */
export type Cell = string | number | boolean | null | readonly string[] | object

const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`

function quoted(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (Array.isArray(cell)) return cell.join(' ')
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}
