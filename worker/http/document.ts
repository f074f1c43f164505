/**
 * A page on our origin: it holds no secret and loads nothing; script and style are admitted by hash
 * (decision 16). No COOP: it would cut the opener.
 */
import { sha256 } from '@oslojs/crypto/sha2'
import { encodeBase64 } from '@oslojs/encoding'
import { html, raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from './context.ts'

type Markup = ReturnType<typeof html>

export type SendDocument = (
  c: AppContext,
  status: ContentfulStatusCode,
  page: {
    readonly title: string
    /** The body's `data-` attributes, for the script. No secret. */
    readonly data?: Readonly<Record<string, string>>
    /** More style, for this answer only. Never a text that somebody else wrote. */
    readonly theme?: string
    readonly main: Markup
  },
) => ReturnType<AppContext['html']>

/** Pages of one kind, under the policy of exactly this script and this style. Hashed when the first one is sent. */
export function documentOf(script: string, style: string): SendDocument {
  let scriptHash: string | undefined
  const policyFor = (styles: string): string =>
    [
      `default-src 'none'`,
      `script-src ${(scriptHash ??= hashOf(script))}`,
      `style-src ${hashOf(styles)}`,
      `connect-src 'self'`,
      `img-src 'self'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
    ].join('; ')
  let plainPolicy: string | undefined
  return (c, status, { title, data = {}, theme = '', main }) => {
    const styles = style + theme
    const attributes = Object.entries(data).map(
      ([name, value]) => html` ${raw(`data-${name}`)}="${value}"`,
    )
    c.header(
      'Content-Security-Policy',
      theme === '' ? (plainPolicy ??= policyFor(style)) : policyFor(styles),
    )
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Cache-Control', 'no-store')
    c.header('X-Frame-Options', 'DENY')
    c.header('X-Robots-Tag', 'noindex')
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="robots" content="noindex" />
            <meta name="color-scheme" content="light dark" />
            <title>${title}</title>
            ${raw(`<style>${styles}</style>`)}
          </head>
          <body${attributes}>
            ${main} ${raw(`<script>${script}</script>`)}
          </body>
        </html>`,
      status,
    )
  }
}

const hashOf = (text: string): string =>
  `'sha256-${encodeBase64(sha256(new TextEncoder().encode(text)))}'`
