/** Environments by API: an operator's business, their addresses exact, their first key. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError, sendRaw } from '../../test/http-laws.ts'
import { operatorPass } from '../../test/operator.ts'
import { expectJson } from '../../test/wire.ts'

test('an operator makes an environment, its first key and its addresses', async () => {
  const pass = { authorization: `Bearer ${await operatorPass()}` }
  const operate = (method: string, path: string, body?: unknown) =>
    sendRaw(path, {
      method,
      headers: { ...pass, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const environment = await expectJson<{ id: string; allowed_origins: string[] }>(
    await operate('POST', '/environments', {
      name: 'Staging',
      kind: 'sandbox',
      allowed_origins: ['https://app.example.com'],
    }),
    201,
  )
  expect(environment.allowed_origins).toEqual(['https://app.example.com'])
  const made = await expectJson<{ key: string }>(
    await operate('POST', `/environments/${environment.id}/api_keys`, { name: 'First' }),
    201,
  )
  const headers = { authorization: `Bearer ${made.key}` }
  expect((await sendRaw('/data-integrations', { headers })).status).toBe(200)

  const changed = await operate('PUT', `/environments/${environment.id}`, {
    return_urls: ['https://app.example.com/settings'],
  })
  expect(await changed.json()).toMatchObject({
    name: 'Staging',
    allowed_origins: ['https://app.example.com'],
    return_urls: ['https://app.example.com/settings'],
  })
  const listed = await operate('GET', '/environments')
  expect(await listed.text()).toContain(environment.id)

  for (const [body, code] of [
    [{ allowed_origins: ['https://app.example.com/'] }, 'origin_not_exact'],
    [{ allowed_origins: ['https://*.example.com'] }, 'origin_not_exact'],
    [{ allowed_origins: ['http://app.example.com'] }, 'origin_not_exact'],
    [{ return_urls: ['https://app.example.com/a?b'] }, 'return_url_not_exact'],
    [{ return_urls: ['javascript:alert(1)'] }, 'return_url_not_exact'],
  ] as const) {
    const refused = await operate('PUT', `/environments/${environment.id}`, body)
    expect((await expectError(refused, 422)).code).toBe(code)
  }
  const missing = await operate('PUT', '/environments/environment_0', { name: 'x' })
  expect((await expectError(missing, 404)).code).toBe('environment_not_found')
})

test('environments are not an API key’s business, and not a page’s', async () => {
  const h = await seedEnvironment()
  for (const [method, path] of [
    ['GET', '/environments'],
    ['POST', '/environments'],
    ['GET', `/environments/${h.environment.id}`],
    ['PUT', `/environments/${h.environment.id}`],
    ['POST', `/environments/${h.environment.id}/api_keys`],
  ] as const) {
    expect((await expectError(await h.api(method, path), 401)).code).toBe('operator_pass_invalid')
    const headers = { authorization: `Bearer ${await operatorPass()}`, origin: 'https://a.example' }
    expect((await expectError(await sendRaw(path, { method, headers }), 403)).code).toBe(
      'operator_pass_in_browser',
    )
  }
})
