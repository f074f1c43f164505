/** In place of Lit in the script of `<pipes-admin>`: the widget's own, which is on the page by then. */
import type { LitElement as Element } from 'lit'

export { html, nothing } from '../connect-form/lit-templates.ts'

/** A sheet of its own; Lit takes it as it takes its own. */
export const css = (strings: TemplateStringsArray): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(strings.join(''))
  return sheet
}

export const LitElement = Object.getPrototypeOf(
  customElements.get('pipes-widget'),
) as typeof Element
