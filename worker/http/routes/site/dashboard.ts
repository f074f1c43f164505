/**
 * The operator's dashboard: one page for all its addresses, and the files that it loads. Whoever could run a script
 * or draw over it here would hold every provider's client, so nothing inline runs, and nobody frames it (security.md 4.12).
 */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { dashboardState } from '../../../use-cases/operators/set-up.ts'
import { ApiError } from '../../api-error.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { renderPage } from '../connect/page.ts'

export const dashboard = new Hono<AppEnv>()

const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
  `require-trusted-types-for 'script'`,
].join('; ')

const PERMISSIONS = [
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  ...['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((feature) => `${feature}=()`),
].join(', ')

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

dashboard.get('/dashboard/assets/:name{[\\w-]+\\.(?:js|css|svg)}', async (c) => {
  const name = c.req.param('name')
  const etag = c.req.header('if-none-match')
  const conditional = new Headers(etag === undefined ? {} : { 'if-none-match': etag })
  const found = await c.var.deps.readAsset(`/dashboard/${name}`, conditional)
  if (found.status !== 200 && found.status !== 304) {
    throw new ApiError(404, 'not_found', 'There is no such file.')
  }
  const kept = found.headers.get('etag')
  if (kept !== null) c.header('ETag', kept)
  c.header('Content-Type', TYPES[name.split('.').at(-1) ?? ''])
  // A chunk's name has the hash of what is in it; the others are asked for again each time.
  const isHashed = /-[\w-]{8}\.js$/.test(name)
  c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Content-Security-Policy', `default-src 'none'; style-src 'unsafe-inline'`)
  return new Response(found.body, { status: found.status, headers: c.res.headers })
})

for (const path of ['/dashboard', '/dashboard/*']) dashboard.get(path, (c) => sendPage(c))

async function sendPage(c: AppContext): Promise<Response> {
  if ((await dashboardState(c.var.deps)) === 'none') {
    return renderPage(c, 404, {
      tone: 'neutral',
      title: 'No dashboard yet',
      text: 'This deployment has no operator. Set the secret SETUP_TOKEN, then open /dashboard#setup= with it behind.',
      hint: 'worker/OPERATING.md, “Dashboard”, shows how. Until then everything is configured with the API.',
    })
  }
  c.header('Content-Security-Policy', POLICY)
  // Not `same-origin`: the playground's widget speaks to the window that it opens, which drops its opener.
  c.header('Cross-Origin-Opener-Policy', 'same-origin-allow-popups')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', PERMISSIONS)
  c.header('Referrer-Policy', 'no-referrer')
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
          <title>Pipes</title>
          <link rel="stylesheet" href="/dashboard/assets/dashboard.css" />
          <script type="module" src="/dashboard/assets/dashboard.js"></script>
        </head>
        <body>
          <pipes-dashboard></pipes-dashboard>
          <noscript>The dashboard needs JavaScript.</noscript>
        </body>
      </html>`,
  )
}
