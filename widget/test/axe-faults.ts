/** What axe finds on the page, with the element in light and in dark. */
import axe from 'axe-core'
import type { LitElement } from 'lit'

/** A colour that is still fading in has no contrast yet. */
const still = new CSSStyleSheet()
still.replaceSync('* { animation: none !important; transition: none !important }')

const PAGES = { light: '#fff', dark: '#000' } as const

/** @returns one sentence each; none is what everybody wants */
export const axeFaults = async (
  element: LitElement & { theme: 'light' | 'dark' | null },
): Promise<readonly string[]> => {
  const faults: string[] = []
  element.shadowRoot?.adoptedStyleSheets.push(still)
  for (const theme of ['light', 'dark'] as const) {
    element.theme = theme
    document.body.style.background = PAGES[theme]
    await element.updateComplete
    const { violations } = await axe.run(document.body)
    for (const { id, nodes } of violations) {
      faults.push(`${theme}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
    }
  }
  return faults
}
