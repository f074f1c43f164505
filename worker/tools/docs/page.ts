/** What every page of the documentation has around it. Scripts and styles are files of our own origin. */
import { html, type Markup } from './text.ts'

export type Page = {
  readonly title: string
  readonly description: string
  readonly section: 'reference' | 'errors' | 'providers' | 'widget'
  /** The list of what is on the page, beside it. */
  readonly contents?: Markup
  readonly main: Markup
}

export function page({ title, description, section, contents, main }: Page): string {
  const link = (href: string, name: string, isHere: boolean): Markup =>
    html`<a href="${href}" ${isHere ? html` aria-current="page"` : ''}>${name}</a>`
  return textOf(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="description" content="${description}" />
          <title>${title}</title>
          <link rel="stylesheet" href="/docs/docs.css" />
          <script src="/docs/docs.js" defer></script>
        </head>
        <body class="${contents === undefined ? 'plain' : 'with-contents'}">
          <a class="skip" href="#main">Skip to the content</a>
          <header class="top">
            <a class="brand" href="/docs"><span class="mark" aria-hidden="true"></span>Pipes</a>
            <nav aria-label="Documentation">
              ${link('/docs', 'API', section === 'reference')}
              ${link('/docs/errors', 'Errors', section === 'errors')}
              ${link('/docs/providers', 'Providers', section === 'providers')}
              ${link('/docs/widget', 'Widget', section === 'widget')}
              <a href="/openapi.json">OpenAPI</a>
            </nav>
            ${contents === undefined ? '' : html`<button class="menu" type="button" popovertarget="contents">Contents</button>`}
          </header>
          ${contents === undefined ? '' : html`<aside id="contents" popover aria-label="Contents">${contents}</aside>`}
          <main id="main">${main}</main>
        </body>
      </html>`,
  )
}

/** Markup without the blanks between the lines of its templates. What is in `<pre>` stays as it is. */
function textOf(markup: Markup): string {
  if (markup instanceof Promise) throw new Error('A page of the documentation waits for nothing.')
  return markup
    .toString()
    .split(/(<pre[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith('<pre') ? part : part.replaceAll(/\s+/g, ' ')))
    .join('')
}

/** The field that narrows what is on the page. Without a script there is none. */
export const filterField = (label: string): Markup =>
  html`<div class="filter" hidden>
    <input
      id="filter"
      type="search"
      placeholder="${label}"
      aria-label="${label}"
      autocomplete="off"
      spellcheck="false"
      aria-keyshortcuts="/"
    />
    <kbd aria-hidden="true">/</kbd>
    <p id="found" role="status"></p>
  </div>`
