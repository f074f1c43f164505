/** What a page would write to have the element as it is on the stage. */
import type { Settings } from './settings.ts'

/** Endpoints of the page's own, as our documentation calls them. */
const SESSION_URL: Readonly<Record<string, string>> = { 'pipes-admin': '/pipes/admin-session' }

/** @param origin of the Worker */
export const snippet = (origin: string, { attributes, element, styles }: Settings): string => {
  const session = SESSION_URL[element] ?? '/pipes/session'
  const set = [...attributes].filter(([, value]) => value !== '')
  const own = set.map(
    ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  )
  const rules = [...styles].filter(([, value]) => value !== '')
  const css = rules.map(([name, value]) => `    ${name}: ${value};\n`).join('')
  const style = css === '' ? '' : `\n<style>\n  ${element} {\n${css}  }\n</style>`
  return `<script src="${origin}/${element}.js" defer></script>
<${element} session-url="${session}"${own.join('')}></${element}>${style}`
}
