/** The lists of routes that the laws walk through are those that the Worker serves: none is forgotten. */
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { DASHBOARD_ROUTES } from '../test/operator-routes.ts'
import { OPERATOR_ROUTES, REST_ROUTES, type Route } from '../test/routes.ts'
import { WIDGET_ROUTES } from '../test/widget-routes.ts'

/** What needs neither a key nor a session: pages, files, the sandbox provider as an OAuth server. */
const OPEN_ROUTES: ReadonlySet<string> = new Set([
  'GET /',
  'GET /dashboard',
  'GET /dashboard/*',
  String.raw`GET /dashboard/assets/:name{[\w-]+\.(?:js|css|svg)}`,
  'GET /favicon.ico',
  'GET /docs',
  'GET /docs/errors',
  'GET /docs/errors/:code{[a-z_]+}',
  'GET /docs/providers',
  'GET /docs/providers/:slug{[a-z0-9-]+}',
  String.raw`GET /providers/:name{[a-z0-9-]+\.json}`,
  'GET /docs/widget',
  'GET /docs/docs.css',
  'GET /docs/docs.js',
  'GET /playground',
  String.raw`GET /playground/:file{[a-z]+(?:-\d)?\.[a-z]+}`,
  'GET /openapi.json',
  'GET /health',
  String.raw`GET /icons/:name{[a-z0-9-]+\.svg}`,
  String.raw`GET /languages/:name{[A-Za-z-]+\.json}`,
  String.raw`GET /languages/admin/:name{[A-Za-z-]+\.json}`,
  String.raw`GET /account-pictures/:id{[\w-]{43}}`,
  'GET /pipes-admin.js',
  'GET /pipes-admin.js.map',
  String.raw`GET /:script{pipes-[a-z]+-[0-9a-f]+\.js}`,
  'GET /integrity.json',
  'GET /pipes-admin-dialogs.js',
  'GET /pipes-admin-dialogs.js.map',
  'GET /pipes-widget.js',
  'GET /pipes-widget.js.map',
  'GET /pipes/redirecting',
  'GET /pipes-widget-more.js',
  'GET /pipes-widget-more.js.map',
  'GET /pipes-widget-form.js',
  'GET /pipes-widget-form.js.map',
  'GET /connect/attempts/:id',
  'GET /data-integrations/:slug/:redirectKey/callback',
  'GET /data-integrations/:ticket/authorize-redirect',
  'POST /data-integrations/:ticket/authorize-redirect',
  'GET /sandbox-provider/authorize',
  'POST /sandbox-provider/authorize',
])

/** It takes a form, and has the laws of OAuth (`routes/oauth/token.test.ts`). */
const OAUTH_ROUTES: ReadonlySet<string> = new Set(['POST /oauth/token'])

const known = [...REST_ROUTES, ...WIDGET_ROUTES, ...OPERATOR_ROUTES, ...DASHBOARD_ROUTES]

/** `/users/:user` as a pattern of addresses. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/:\w+(?:\{[^}]*\})?/g, '[^/?]+')}(?:\\?|$)`)

const served = [
  ...new Set(
    createApp()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
].filter((route) => !OPEN_ROUTES.has(route) && !OAUTH_ROUTES.has(route))

test.for(served)('%s is in a list of test/routes.ts', (route) => {
  const [method = '', template = ''] = route.split(' ')
  const matches = ({ path, ...of }: Route) => of.method === method && patternOf(template).test(path)
  expect(known.filter(matches)).not.toEqual([])
})

test('no list names a route that is not served', () => {
  const patterns = served.map((route) => {
    const [method = '', template = ''] = route.split(' ')
    return { method, pattern: patternOf(template) }
  })
  const stale = known.filter(
    ({ method, path }) => !patterns.some((one) => one.method === method && one.pattern.test(path)),
  )
  expect(stale).toEqual([])
})
