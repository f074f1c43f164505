/** The lists of routes that the laws walk through are those that the Worker serves: none is forgotten. */
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { OPERATOR_ROUTES, REST_ROUTES, WIDGET_ROUTES } from '../test/routes.ts'

/** Pages, files, documents, the sandbox provider as an OAuth server; and our own, whose form has laws of its own. */
const OTHER_ROUTES: ReadonlySet<string> = new Set([
  'GET /',
  'GET /dashboard',
  'GET /docs',
  'GET /docs/docs.css',
  'GET /docs/docs.js',
  'GET /docs/errors',
  'GET /docs/errors/:code{[a-z_]+}',
  'GET /favicon.ico',
  'GET /health',
  String.raw`GET /icons/:name{[a-z0-9-]+\.svg}`,
  'GET /openapi.json',
  'GET /pipes-widget.js',
  'GET /pipes-widget.js.map',
  'GET /connect/attempts/:id',
  'GET /data-integrations/:slug/:redirectKey/callback',
  'GET /data-integrations/:ticket/authorize-redirect',
  'POST /data-integrations/:ticket/authorize-redirect',
  'POST /oauth/token',
  'GET /sandbox-provider/authorize',
  'POST /sandbox-provider/authorize',
])

const known = [...REST_ROUTES, ...WIDGET_ROUTES, ...OPERATOR_ROUTES]

/** `/users/:user` as a pattern of addresses. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/:\w+(?:\{[^}]*\})?/g, '[^/?]+')}(?:\\?|$)`)

const served = [
  ...new Set(
    createApp()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
].filter((route) => !OTHER_ROUTES.has(route))

test('every route that is served is in a list of test/routes.ts', () => {
  const forgotten = served.filter((route) => {
    const [method, template = ''] = route.split(' ')
    const pattern = patternOf(template)
    return !known.some((one) => one.method === method && pattern.test(one.path))
  })
  expect(forgotten).toEqual([])
  // Of no routes at all it would be true, too.
  expect(served.length).toBeGreaterThan(40)
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
