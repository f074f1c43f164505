/** The few pages that a connecting person sees on our origin. */
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from '../../context.ts'
import { documentOf } from '../../document.ts'
import { themeOf } from './accent.ts'
import type { Brand } from './brand.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { PAGE_STYLE } from './page-style.ts'

export type Page = {
  readonly tone: 'neutral' | 'success' | 'failure'
  readonly title: string
  readonly text: string
  /** Smaller words below: where the request comes from, what to do next. */
  readonly hint?: string | undefined
  readonly icon?: string | undefined
  readonly brand?: Brand | undefined
  /** What the page's script should do, and what it needs for it. No secret. */
  readonly task?: PageTask | undefined
  readonly action?: { readonly label: string; readonly href?: string } | undefined
}

export type PageTask =
  | { readonly kind: 'handoff'; readonly origin: string }
  | { readonly kind: 'continue' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'watch'; readonly url: string }
  | { readonly kind: 'close' }

const sendDocument = documentOf(PAGE_SCRIPT, PAGE_STYLE)

export function renderPage(c: AppContext, status: ContentfulStatusCode, page: Page) {
  const { task, action, brand } = page
  return sendDocument(c, status, {
    title: page.title,
    data: {
      task: task?.kind ?? '',
      origin: task?.kind === 'handoff' ? task.origin : '',
      url: task?.kind === 'watch' ? task.url : '',
    },
    theme: themeOf(brand?.accent),
    main: html`<main data-tone="${page.tone}">
      ${brand === undefined ? '' : html`<p class="brand${brand.accent === undefined ? '' : ' accented'}">${brand.name}</p>`}
      ${page.icon === undefined ? html`<div class="mark" aria-hidden="true"></div>` : html`<img src="${page.icon}" alt="" width="40" height="40" />`}
      <h1 id="title">${page.title}</h1>
      <p id="text" role="status">${page.text}</p>
      ${action === undefined ? '' : action.href === undefined ? html`<button id="action" type="button">${action.label}</button>` : html`<a class="button" href="${action.href}">${action.label}</a>`}
      <p id="hint" class="hint">${page.hint ?? ''}</p>
    </main>`,
  })
}
