/**
 * The few pages that a connecting person sees on our origin. They hold no secret and load nothing;
 * script and style are admitted by hash (decision 16). No COOP: it would cut the opener.
 */
import { sha256 } from '@oslojs/crypto/sha2'
import { encodeBase64 } from '@oslojs/encoding'
import { html, raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from '../../context.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { PAGE_STYLE } from './page-style.ts'

const hashOf = (text: string): string =>
  `'sha256-${encodeBase64(sha256(new TextEncoder().encode(text)))}'`

const POLICY = [
  `default-src 'none'`,
  `script-src ${hashOf(PAGE_SCRIPT)}`,
  `style-src ${hashOf(PAGE_STYLE)}`,
  `connect-src 'self'`,
  `img-src 'self'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ')

export type Page = {
  readonly tone: 'neutral' | 'success' | 'failure'
  readonly title: string
  readonly text: string
  /** Smaller words below: where the request comes from, what to do next. */
  readonly hint?: string | undefined
  readonly icon?: string | undefined
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

export function renderPage(c: AppContext, status: ContentfulStatusCode, page: Page) {
  const { task, action } = page
  const markup = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        ${raw(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body
        data-task="${task?.kind ?? ''}"
        data-origin="${task?.kind === 'handoff' ? task.origin : ''}"
        data-url="${task?.kind === 'watch' ? task.url : ''}"
      >
        <main data-tone="${page.tone}">
          ${page.icon === undefined ? html`<div class="mark" aria-hidden="true"></div>` : html`<img src="${page.icon}" alt="" width="40" height="40" />`}
          <h1 id="title">${page.title}</h1>
          <p id="text" role="status">${page.text}</p>
          ${action === undefined ? '' : action.href === undefined ? html`<button id="action" type="button">${action.label}</button>` : html`<a class="button" href="${action.href}">${action.label}</a>`}
          <p id="hint" class="hint">${page.hint ?? ''}</p>
        </main>
        ${raw(`<script>${PAGE_SCRIPT}</script>`)}
      </body>
    </html>`
  c.header('Content-Security-Policy', POLICY)
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cache-Control', 'no-store')
  c.header('X-Frame-Options', 'DENY')
  c.header('X-Robots-Tag', 'noindex')
  return c.html(markup, status)
}
