import { expect, test } from 'vitest'
import { pathTo, pathToDeployment, readRoute } from './routes.ts'

test.each([
  ['/dashboard', { environmentId: null, page: 'overview', item: null }],
  ['/dashboard/', { environmentId: null, page: 'overview', item: null }],
  ['/dashboard/environment_1', { environmentId: 'environment_1', page: 'overview', item: null }],
  ['/dashboard/people', { environmentId: null, page: 'people', item: null }],
  [
    '/dashboard/environment_1/providers/acme%3Aorganization',
    { environmentId: 'environment_1', page: 'providers', item: 'acme:organization' },
  ],
  ['/dashboard/e/nonsense', { environmentId: 'e', page: 'unknown', item: null }],
  ['/dashboard/e/providers/%', { environmentId: 'e', page: 'providers', item: '%' }],
])('%s is read', (path, route) => {
  expect(readRoute(path)).toEqual(route)
})

test('what is written is read again', () => {
  const item = 'acme/id:organization?#'
  expect(readRoute(pathTo('providers', 'environment_1', item))).toEqual({
    environmentId: 'environment_1',
    page: 'providers',
    item,
  })
  expect(readRoute(pathToDeployment('audit')).page).toBe('audit')
})
