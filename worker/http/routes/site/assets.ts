/** The widgets' scripts and languages, and the providers' icons: public files, readable from every page. */
import { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { AppContext, AppEnv } from '../../context.ts'

export const assets = new Hono<AppEnv>()

// All but two are loaded when somebody needs them.
const SCRIPTS = [
  '/pipes-widget.js',
  '/pipes-widget-form.js',
  '/pipes-widget-more.js',
  '/pipes-admin.js',
  '/pipes-admin-dialogs.js',
]

for (const script of SCRIPTS) {
  assets.get(script, (c) => serve(c, 'public, max-age=300, stale-while-revalidate=86400'))
  assets.get(`${script}.map`, (c) => serve(c, 'public, max-age=300'))
}
// One build and no other: a page that names it names its hash, too (`/integrity.json`).
assets.get('/:script{pipes-[a-z]+-[0-9a-f]+\\.js}', (c) =>
  serve(c, 'public, max-age=31536000, immutable'),
)
assets.get('/integrity.json', (c) => serve(c, 'public, max-age=300'))
// As old as the script may be, and no older: they are made for each other.
for (const folder of ['/languages', '/languages/admin']) {
  assets.get(`${folder}/:name{[A-Za-z-]+\\.json}`, (c) =>
    serve(c, 'public, max-age=300, stale-while-revalidate=86400'),
  )
}
assets.get('/icons/:name{[a-z0-9-]+\\.svg}', (c) => serve(c, 'public, max-age=86400'))

// Browsers ask on their own; an answer keeps their consoles quiet.
assets.get('/favicon.ico', (c) => {
  c.header('Cache-Control', 'public, max-age=86400')
  return c.body(null, 204)
})

async function serve(c: AppContext, cacheControl: string): Promise<Response> {
  const { pathname } = new URL(c.req.url)
  const found = await c.var.deps.readAsset(pathname, conditional(c))
  if (found.status !== 200 && found.status !== 304) {
    // Without it a page's console would speak of CORS and not of a missing file.
    c.header('Access-Control-Allow-Origin', '*')
    throw new ApiError(404, 'not_found', 'There is no such file.')
  }
  const response = new Response(found.body, found)
  // A module script, a language and an icon are fetched from the customer's origin.
  response.headers.set('Access-Control-Allow-Origin', '*')
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  response.headers.set('Cache-Control', cacheControl)
  response.headers.set('X-Content-Type-Options', 'nosniff')
  response.headers.set('X-Request-ID', c.get('requestId'))
  response.headers.set('Content-Security-Policy', `default-src 'none'; style-src 'unsafe-inline'`)
  if (pathname.endsWith('.js'))
    response.headers.set('Content-Type', 'text/javascript; charset=utf-8')
  if (pathname.endsWith('.json'))
    response.headers.set('Content-Type', 'application/json; charset=utf-8')
  if (pathname.endsWith('.svg')) response.headers.set('Content-Type', 'image/svg+xml')
  return response
}

function conditional(c: AppContext): Headers {
  const etag = c.req.header('if-none-match')
  return new Headers(etag === undefined ? {} : { 'if-none-match': etag })
}
