/** What a page would write to have the widget as it is on the stage. */
import type { Settings } from './settings.ts'

/** @param origin of the Worker */
export const snippet = (origin: string, { attributes, styles }: Settings): string => {
  const set = [...attributes].filter(([, value]) => value !== '')
  const own = set.map(
    ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  )
  const rules = [...styles].filter(([, value]) => value !== '')
  const css = rules.map(([name, value]) => `    ${name}: ${value};\n`).join('')
  const style = css === '' ? '' : `\n<style>\n  pipes-widget {\n${css}  }\n</style>`
  return `<script src="${origin}/pipes-widget.js" defer></script>
<pipes-widget session-url="/pipes/session"${own.join('')}></pipes-widget>${style}`
}
