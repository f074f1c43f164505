/** Scopes where a provider has no consent page without them. */
import { expect, test } from 'vitest'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'

const create = (h: Harness, provider: string, scopes?: readonly string[]) =>
  h.api('POST', '/data-integrations', {
    provider,
    credentials: { type: 'custom', client_id: 'client-1', client_secret: 'a-secret' },
    ...(scopes === undefined ? {} : { scopes }),
  })

test('who says nothing gets the provider’s own, who chooses none is refused', async () => {
  const h = await seedEnvironment()
  expect((await expectError(await create(h, 'reddit', []), 422)).code).toBe('scopes_required')
  expect((await create(h, 'reddit')).status).toBe(201)
  const none = await h.api('PUT', '/data-integrations/reddit', { scopes: [] })
  expect((await expectError(none, 422)).code).toBe('scopes_required')
})

test('where the provider does without, so may the operator', async () => {
  expect((await create(await seedEnvironment(), 'github', [])).status).toBe(201)
})
