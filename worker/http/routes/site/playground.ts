/**
 * The widget in every state, for whoever builds a page around it. All answers in it are canned, so it shows nothing of
 * anybody; still it is there only where things are tried out.
 */
import { Hono } from 'hono'
import { hasSandbox } from '../../../storage/environments.ts'
import { ApiError } from '../../api-error.ts'
import type { AppContext, AppEnv } from '../../context.ts'

export const playground = new Hono<AppEnv>()

const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `require-trusted-types-for 'script'`,
  `trusted-types lit-html`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
}

playground.get('/playground', (c) => send(c, 'index.html'))
playground.get('/playground/:file{[a-z]+(?:-\\d)?\\.[a-z]+}', (c) => send(c, c.req.param('file')))

async function send(c: AppContext, file: string): Promise<Response> {
  const type = TYPES[file.split('.').at(-1) ?? '']
  const isThere = type !== undefined && (await hasSandbox(c.var.deps.db))
  const found = isThere ? await c.var.deps.readAsset(`/playground/${file}`, new Headers()) : null
  if (type === undefined || found?.status !== 200) {
    throw new ApiError(
      404,
      'not_found',
      'There is nothing at this address. A playground is where there is a sandbox environment.',
    )
  }
  c.header('Content-Type', type)
  c.header('Cache-Control', 'public, max-age=300')
  c.header('Content-Security-Policy', POLICY)
  c.header('Referrer-Policy', 'same-origin')
  return c.body(await found.text())
}
