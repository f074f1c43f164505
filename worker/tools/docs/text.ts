/** The little CommonMark that our words use, as markup: paragraphs, code, bold, quotes of code in lists. */
import { html } from 'hono/html'

export type Markup = ReturnType<typeof html>

/** @param hrefOf where a piece of code leads; undefined: nowhere */
export function inline(
  text: string,
  hrefOf: (code: string) => string | undefined = () => undefined,
): Markup {
  const parts = text.split(/(`[^`]+`|\*\*[^*]+\*\*)/)
  return html`${parts.map((part) => {
    if (part.startsWith('**')) return html`<strong>${part.slice(2, -2)}</strong>`
    if (!part.startsWith('`')) return part
    const code = part.slice(1, -1)
    const href = hrefOf(code)
    return href === undefined
      ? html`<code>${code}</code>`
      : html`<a href="${href}"><code>${code}</code></a>`
  })}`
}

export const paragraphs = (text: string, hrefOf?: (code: string) => string | undefined): Markup =>
  html`${text.split('\n\n').map((part) => html`<p>${inline(part.replaceAll('\n', ' '), hrefOf)}</p>`)}`

/** JSON with its kinds of words marked. */
export function colouredJson(value: unknown): Markup {
  const text = compact(value)
  const tokens = text.split(
    /("(?:\\.|[^"\\])*"(?:\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?\b)/,
  )
  return html`${tokens.map((token) => {
    if (/^".*:$/s.test(token)) return html`<i class="k">${token.slice(0, -1)}</i>:`
    if (token.startsWith('"')) return html`<i class="s">${token}</i>`
    return /^(?:true|false|null|-?\d)/.test(token) ? html`<i class="n">${token}</i>` : token
  })}`
}

/** Indented, but for what fits in one line and holds nothing nested. */
const compact = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(
    /([[{])\n\s+([^[\]{}]{0,60}?)\n\s+([\]}])/g,
    (whole, open, inside, close) => {
      const line = `${open}${open === '{' ? ' ' : ''}${String(inside).replaceAll(/\n\s+/g, ' ')}${open === '{' ? ' ' : ''}${close}`
      return line.length <= 60 ? line : whole
    },
  )

/** A shell's or JavaScript's words, just the texts among them. */
export function colouredCode(code: string): Markup {
  const tokens = code.split(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\b(?:const|await|import|from|new|curl)\b)/,
  )
  return html`${tokens.map((token) => {
    if (/^['"]/.test(token)) return html`<i class="s">${token}</i>`
    return /^(?:const|await|import|from|new|curl)$/.test(token)
      ? html`<i class="w">${token}</i>`
      : token
  })}`
}

export { html }
