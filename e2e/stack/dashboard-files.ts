/** What a browser loads of the dashboard before it shows the first screen, by the bundler's own list. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dashboardDirectory } from './build.ts'

type Chunk = { readonly file: string; readonly imports?: readonly string[] }

const ENTRY = 'pipes-dashboard/dashboard.define.ts'
const FIRST_PAGE = 'pipes-dashboard/pages/overview-page.ts'

/** @returns paths: the script that the page names, the page that is first, all that both import, and the stylesheet */
export async function firstScreen(): Promise<readonly string[]> {
  const text = await readFile(join(dashboardDirectory, 'manifest.json'), 'utf8')
  const chunks = JSON.parse(text) as Readonly<Record<string, Chunk>>
  const wanted = [ENTRY, FIRST_PAGE]
  // It grows while it is walked: what is imported imports, too.
  for (const name of wanted) {
    const chunk = chunks[name]
    if (chunk === undefined) throw new Error(`The dashboard has no ${name}.`)
    wanted.push(...(chunk.imports ?? []).filter((other) => !wanted.includes(other)))
  }
  const files = wanted.map((name) => chunks[name]?.file ?? '')
  return [...files, 'dashboard.css'].map((file) => join(dashboardDirectory, file))
}
