/** The pages that hold our elements in `flows/hosts.spec.ts` and `flows/frameworks.spec.ts`: by the framework, the place or the style that makes each hard. */
import type { PageAnswer, Pages } from '../support/host-page.ts'

/** In which a script of `bundle.ts` draws everything. */
const BUNDLED = ['react', 'react-admin', 'vue', 'svelte', 'headless'] as const

/** All that a page can do to every element, and to what is inherited; but for the size of `rem`, which is for it to say. */
const HOSTILE = `
  * { all: unset !important }
  div, ul, li, button, dialog, svg { display: none !important }
  span { font-size: 3px !important }
  body, pipes-widget {
    font: italic 900 40px/3 fantasy !important;
    letter-spacing: 1em !important;
    word-spacing: 2em !important;
    text-transform: uppercase !important;
    text-indent: 5em !important;
    text-align: right !important;
    white-space: pre !important;
    color: lime !important;
    -webkit-text-fill-color: lime !important;
    cursor: none !important;
    pointer-events: none !important;
    visibility: hidden !important;
    user-select: none !important;
  }
  html, body, main { display: block !important }
  /* Or, where bars have a width, this page alone would lose it. */
  html { scrollbar-width: none !important }
`

/** A dialog is as wide as what is in it, unless it is told; the element is as wide as its place. */
const DIALOG =
  'box-sizing: border-box; width: min(36rem, 100%); padding: 0; border: 0; border-radius: 14px'
const FRAME = 'box-sizing: border-box; width: 100%; max-width: 600px; height: 500px'

type Parts = {
  readonly lang?: string
  readonly html?: string
  readonly head?: string
  /** In place of the element in `<main>`. */
  readonly main?: string
  readonly after?: string
}

/** @param scripts of the bundled pages, by path */
export const hostPages =
  (scripts: ReadonlyMap<string, string>): Pages =>
  (path, query, pipesUrl) => {
    const script = scripts.get(path)
    if (script !== undefined) return { type: 'text/javascript', body: script }
    const parts = partsOf(path.slice(1), query, pipesUrl)
    return parts && page(parts, query)
  }

function partsOf(name: string, query: URLSearchParams, pipesUrl: string): Parts | undefined {
  if (BUNDLED.some((one) => one === name)) {
    return {
      html: ` data-api="${pipesUrl}"`,
      head: `<script type="module" src="/${name}.js"></script>`,
      main: '',
    }
  }
  const classic = `<script src="${pipesUrl}/pipes-widget.js" defer></script>`
  switch (name) {
    case 'classic':
      return { head: classic }
    case 'token':
      return {
        head: classic,
        main: '<pipes-widget></pipes-widget>',
        after: `<script>
          document.querySelector('pipes-widget').authToken = new URLSearchParams(location.search).get('token')
        </script>`,
      }
    case 'rtl':
      return { head: classic, lang: 'ar', html: ' dir="rtl"' }
    case 'shadow':
      return {
        head: classic,
        main: `<section lang="de"><template shadowrootmode="open">${element(query)}</template></section>`,
      }
    case 'dialog':
      return {
        head: classic,
        main: `<dialog aria-label="Settings" style="${DIALOG}">${element(query, ' appearance="plain"')}</dialog>`,
        after: `<script>document.querySelector('dialog').showModal()</script>`,
      }
    case 'iframe':
      return {
        main: `<iframe src="/classic?${query}" title="Connections" style="${FRAME}"></iframe>`,
      }
    case 'hostile':
      return { head: `${classic}<style>${HOSTILE}</style>` }
    default:
      return undefined
  }
}

const element = (query: URLSearchParams, more = ''): string =>
  `<pipes-widget session-url="/session?${query}"${more}></pipes-widget>`

const page = (
  { lang = 'en', html = '', head = '', main, after = '' }: Parts,
  query: URLSearchParams,
): PageAnswer => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html lang="${lang}"${html}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>A page with connections</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body><main>${main ?? element(query)}</main>${after}</body>
</html>`,
})
