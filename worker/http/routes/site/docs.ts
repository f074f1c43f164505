/**
 * The API's documentation, made by `npm run build`. The pages load nothing but our own two files and
 * call nobody; whose deployment it is, they learn here.
 */
import { Hono } from 'hono'
import { canonicalSlug } from '../../../providers/catalogue.ts'
import { ApiError } from '../../api-error.ts'
import type { AppContext, AppEnv } from '../../context.ts'

export const docs = new Hono<AppEnv>()

/** Stands in the files for the deployment's own origin. */
const ORIGIN = 'https://pipes.example.com'
const HOSTNAME = 'pipes.example.com'
/** Of a deployment on the reader's machine, which may be elsewhere. */
const LOCAL_PORT = 'port: 8787'

const CACHE = 'public, max-age=300'
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ')

const HTML = 'text/html; charset=utf-8'

docs.get('/docs', (c) => send(c, '/docs/index.html', HTML))
docs.get('/docs/errors', (c) => send(c, '/docs/errors.html', HTML))
docs.get('/docs/errors/:code{[a-z_]+}', (c) =>
  send(c, `/docs/errors/${c.req.param('code')}.html`, HTML),
)
docs.get('/docs/providers', (c) => send(c, '/docs/providers.html', HTML))
docs.get('/docs/providers/:slug{[a-z0-9-]+}', (c) =>
  send(c, `/docs/providers/${canonicalSlug(c.req.param('slug'))}.html`, HTML),
)
docs.get('/docs/widget', (c) => send(c, '/docs/widget.html', HTML))
docs.get('/docs/docs.css', (c) => send(c, '/docs/docs.css', 'text/css; charset=utf-8'))
docs.get('/docs/docs.js', (c) => send(c, '/docs/docs.js', 'text/javascript; charset=utf-8'))

// Dashboards and tools read them, wherever they are.
docs.get('/providers/:name{[a-z0-9-]+\\.json}', (c) => {
  c.header('Access-Control-Allow-Origin', '*')
  return send(c, `/providers/${c.req.param('name')}`, 'application/json; charset=utf-8')
})

// Tools in pages read it, too, and there is nothing in it that a page must not know.
docs.get('/openapi.json', (c) => {
  c.header('Access-Control-Allow-Origin', '*')
  return send(c, '/openapi.json', 'application/json; charset=utf-8')
})

async function send(c: AppContext, file: string, type: string): Promise<Response> {
  const found = await c.var.deps.readAsset(file, new Headers())
  if (found.status !== 200)
    throw new ApiError(404, 'not_found', 'There is no such page. Begin at /docs.')
  c.header('Content-Type', type)
  c.header('Cache-Control', CACHE)
  c.header('Content-Security-Policy', POLICY)
  c.header('Referrer-Policy', 'same-origin')
  return c.body(ownWords(await found.text(), c.var.deps.publicUrl))
}

/** Examples and servers name this deployment. An origin that is a tag or a quotation mark stays out. */
function ownWords(text: string, publicUrl: string): string {
  if (!/^https?:\/\/[\w.:[\]-]+$/.test(publicUrl)) return text
  const { hostname, port } = new URL(publicUrl)
  const named = text.replaceAll(ORIGIN, publicUrl).replaceAll(HOSTNAME, hostname)
  return port === '' ? named : named.replaceAll(LOCAL_PORT, `port: ${port}`)
}
