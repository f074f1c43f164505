/** What an administrator entered and the Worker did not take. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { createOpen } from '../../../test/organization-client.ts'
import { manager } from '../../../test/widget-sessions.ts'

test('what is wrong with a form names the field, in words for whoever fills it in', async () => {
  const h = await seedEnvironment()
  await createOpen(h, {})
  const token = await manager(h)
  const path = '/DataIntegrations/github/configuration'
  const fieldsOf = async (body: Record<string, unknown>, status: number) => {
    const refused = await expectError(await h.widget('PUT', path, body, { token }), status)
    expect(refused.message).not.toMatch(/PUT|client_id|Send /)
    return [refused.code, ...(refused.errors ?? []).map(({ field }) => field)]
  }
  const client = { enabled: true, client_id: 'Iv1.own' }
  expect(await fieldsOf(client, 400)).toEqual(['client_pair_incomplete', 'client_secret'])
  const strange = { enabled: true, config: { nothing: 'x' } }
  expect(await fieldsOf(strange, 400)).toEqual(['config_invalid', 'config.nothing'])
  const scopes = { enabled: true, scopes: ['not:a:scope'] }
  expect(await fieldsOf(scopes, 422)).toEqual(['scope_not_configured', 'scopes'])
})
