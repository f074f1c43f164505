/** Every route is documented, and what is documented is a route. */
import { expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { REST_ROUTES } from '../../test/routes.ts'
import { WIDGET_ROUTES } from '../../test/widget-routes.ts'
import { ERRORS } from '../errors/all.ts'
import { OPERATOR_ACCESS_ERRORS } from '../errors/operator-access.ts'
import { OPERATOR_ERRORS } from '../errors/operators.ts'
import { OPERATIONS } from './all.ts'
import { errorsOf } from './common-errors.ts'

/** Pages and files for browsers, and the endpoints of an OAuth server: no calls of the API. */
const NO_OPERATIONS = new Set([
  'GET /',
  'GET /dashboard',
  'GET /dashboard/*',
  'GET /dashboard/assets/*',
  'GET /favicon.ico',
  'GET /docs',
  'GET /docs/errors',
  'GET /docs/errors/*',
  'GET /docs/providers',
  'GET /docs/widget',
  'GET /docs/providers/*',
  'GET /docs/docs.css',
  'GET /docs/docs.js',
  'GET /openapi.json',
  'GET /*',
  'GET /integrity.json',
  'GET /playground',
  'GET /playground/*',
  'GET /pipes-admin.js',
  'GET /pipes-admin.js.map',
  'GET /pipes-admin-dialogs.js',
  'GET /pipes-admin-dialogs.js.map',
  'GET /pipes-widget.js',
  'GET /pipes-widget.js.map',
  'GET /pipes-widget-more.js',
  'GET /pipes-widget-more.js.map',
  'GET /pipes-widget-form.js',
  'GET /pipes-widget-form.js.map',
  'GET /languages/*',
  'GET /languages/admin/*',
  'GET /icons/*',
  'GET /account-pictures/*',
  'GET /providers/*',
  'GET /data-integrations/*/*/callback',
  'GET /pipes/redirecting',
  'GET /connect/attempts/*',
  'GET /data-integrations/*/authorize-redirect',
  'POST /data-integrations/*/authorize-redirect',
  'GET /sandbox-provider/authorize',
  'POST /sandbox-provider/authorize',
  'ALL /sandbox-provider/token',
  'ALL /sandbox-provider/revoke',
  'ALL /sandbox-provider/userinfo',
  'ALL /sandbox-provider/api',
])

/** An address without the names of its parameters. */
const shapeOf = (method: string, path: string): string =>
  `${method} ${path.replaceAll(/:\w+(?:\{[^/]*\})?|\{\w+\}/g, '*')}`

const documented = OPERATIONS.map(({ method, path }) => shapeOf(method, path))

test('every route is an operation, and every operation is a route', () => {
  const registered = createApp()
    .routes.filter(({ handler }) => handler.length < 2)
    .map(({ method, path }) => shapeOf(method, path.replace(/(?<=.)\/$/, '')))
  // The dashboard's own API changes with it, and is described beside its routes (`routes/operator/README.md`).
  const isPublic = (route: string): boolean =>
    !NO_OPERATIONS.has(route) && !/^\w+ \/operator\//.test(route)
  const expected = new Set(registered.filter(isPublic))
  expect([...new Set(documented)].toSorted()).toEqual([...expected].toSorted())
  expect(registered).toEqual(expect.arrayContaining([...NO_OPERATIONS]))
})

test('the routes that the laws walk through are those that keys and sessions open', () => {
  const accessByShape = new Map(
    // What speaks OAuth has laws of its own (`http/routes/oauth/token.test.ts`).
    OPERATIONS.filter(
      ({ access, isOAuth }) => access !== 'operator' && access !== 'anyone' && isOAuth !== true,
    ).map(({ method, path, access }) => [shapeOf(method, path), access]),
  )
  const walked = [
    ...REST_ROUTES,
    ...WIDGET_ROUTES.map((route) => ({ ...route, scope: 'widget_session' as const })),
  ].map(({ method, path, scope }) => [shapeFor(method, path), scope])
  expect(new Map(walked as [string, string][])).toEqual(accessByShape)
})

/** The most literal operation at a real address. */
function shapeFor(method: string, path: string): string {
  const [address = ''] = path.split('?')
  const fits = documented.filter((shape) =>
    new RegExp(`^${shape.replaceAll('*', '[^/]+')}$`).test(`${method} ${address}`),
  )
  return fits.toSorted((a, b) => a.indexOf('*') - b.indexOf('*')).at(-1) ?? address
}

test('an operation is named once, and names its parameters', () => {
  const ids = OPERATIONS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, path, parameters = [] } of OPERATIONS) {
    const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name)
    const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
    expect([id, new Set(named)]).toEqual([id, new Set(inPath)])
  }
})

test('every error code ends some operation, or a page', () => {
  const ofPages = ['not_found', 'link_spent', 'handoff_refused', 'confirmation_required']
  const used = new Set<string>([
    ...OPERATIONS.flatMap(errorsOf).map(({ code }) => code),
    ...ofPages,
    ...Object.keys(OPERATOR_ERRORS),
    ...Object.keys(OPERATOR_ACCESS_ERRORS),
    'cross_site_request',
    'authorization_request_invalid',
  ])
  expect(Object.keys(ERRORS).filter((code) => !used.has(code))).toEqual([])
})
