/**
 * Every method of `workos.pipes` and `workos.widgets`, unmodified, against us. The list of methods is the
 * SDK's own: one that it has and we do not drive fails here.
 */
import { randomUUID } from 'node:crypto'
import { WorkOS } from '@workos-inc/node'
import { installed, noteRan } from '../stack/ran.ts'
import { expect, test } from '../support/fixtures.ts'
import type { World } from '../support/world.ts'
import { ACCOUNT_METHODS } from './account-methods.ts'
import { CONNECTION_METHODS } from './connection-methods.ts'
import type { Driver, Method } from './driver.ts'
import { INTEGRATION_METHODS } from './integration-methods.ts'
import { ownProviders } from './own-providers.ts'
import { WIDGET_METHODS } from './widget-methods.ts'

const DRIVEN: readonly (readonly [string, object, Readonly<Record<string, Method>>])[] = [
  [
    'pipes',
    new WorkOS('sk_test_none').pipes,
    { ...INTEGRATION_METHODS, ...CONNECTION_METHODS, ...ACCOUNT_METHODS },
  ],
  ['widgets', new WorkOS('sk_test_none').widgets, WIDGET_METHODS],
]

const methodsOf = (service: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(service)).filter(
    (name) => name !== 'constructor',
  )

for (const [name, service, driven] of DRIVEN) {
  test(`workos.${name} has no method that is not driven here`, () => {
    expect(methodsOf(service).toSorted()).toEqual(Object.keys(driven).toSorted())
  })

  for (const method of methodsOf(service)) {
    test(`workos.${name}.${method} works`, async ({ user, world }) => {
      await driven[method]?.works(await driverOf(world, user))
    })
    test(`workos.${name}.${method} refuses as documented`, async ({ user, world }) => {
      await driven[method]?.refuses(await driverOf(world, user))
    })
  }
}

async function driverOf(world: World, user: string): Promise<Driver> {
  noteRan(installed('@workos-inc/node'))
  const { hostname, port } = new URL(world.stack.url)
  const as = (key: string) =>
    new WorkOS(key, { apiHostname: hostname, https: false, port: Number(port) })
  const workos = as(world.stack.apiKey)
  return {
    world,
    workos,
    stranger: as(`${world.stack.apiKey.slice(0, -1)}!`),
    user,
    organization: `org_${randomUUID()}`,
    ...(await ownProviders(world)),
  }
}
