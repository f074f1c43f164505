import { describe, expect, test, vi } from 'vitest'
import { consoleLine, createLogger, errorFields } from './log.ts'
import type { LogFields, LogLevel } from './log.ts'
import { newId } from './ids.ts'
import { Secret } from './secret.ts'

function recorder(level: LogLevel = 'info') {
  const lines: string[] = []
  return { log: createLogger((line) => lines.push(line), level), lines }
}

const written = (fields: LogFields): Record<string, unknown> => {
  const { log, lines } = recorder()
  log.info('something_happened', fields)
  return JSON.parse(lines[0] ?? 'null') as Record<string, unknown>
}

test('a record is one line of JSON with its level, its event and its fields', () => {
  const { log, lines } = recorder()
  log.info('request', { method: 'POST', status: 200, d1: false, code: null })
  log.warn('breaker_open')
  log.error('fault', { error_message: 'two\nlines' })

  expect(lines.map((line) => line.includes('\n'))).toEqual([false, false, false])
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { level: 'info', event: 'request', method: 'POST', status: 200, d1: false, code: null },
    { level: 'warn', event: 'breaker_open' },
    { level: 'error', event: 'fault', error_message: 'two\nlines' },
  ])
})

test('what is below the level is not written', () => {
  const at = (level: LogLevel) => {
    const { log, lines } = recorder(level)
    log.info('a')
    log.warn('b')
    log.error('c')
    return lines.length
  }
  expect([at('debug'), at('info'), at('warn'), at('error'), at('silent')]).toEqual([3, 3, 2, 1, 0])
})

test('a field that is not on the list is dropped, also when it comes past the compiler', () => {
  const fields = { status: 200, access_token: 'short', __proto__: { code: 'inherited' } }
  expect(written(fields as LogFields)).toEqual({
    level: 'info',
    event: 'something_happened',
    status: 200,
  })
})

test('an object, a Secret above all, is refused', () => {
  const fields = { code: new Secret('hunter2'), reason: { token: 'hunter2' }, class: ['hunter2'] }
  const record = written(fields as unknown as LogFields)

  expect([record['code'], record['reason'], record['class']]).toEqual(Array(3).fill('[refused]'))
})

describe('a string that looks like a token is masked:', () => {
  const tokens = {
    'JSON Web Token': `${btoa('{"alg":"HS256"}')}.eyJzdWIiOiJhIn0.c2lnbmF0dXJl`,
    'hex digest': '5bdcc146bf60754e6a042426089575c7',
    'upper-case hex': 'AB'.repeat(16),
    'random token of ours': '-_3FkP0aQdYbX9zLr7TqWcVnUeHsGm1JxKyBoI2wD4R',
    'standard base64': 'Zm/9+x8pQv3kTz1LbN0rYw7cJ2hUeXaS5dGiOq4MfBE=',
    'API key': 'sk_test_abcdefghijkl_x',
    'short GitHub token': 'gho_shortone1',
    'Slack token': 'xoxb-12345-67890-abc',
    'Google token': 'ya29.a0AfB_by',
    'bearer header': 'Bearer abc',
    'query of a URL': 'https://idp.example.com/cb?code=4fa9&state=9',
  }
  for (const [name, token] of Object.entries(tokens)) {
    test(name, () => {
      const message = String(written({ error_message: `before ${token} after` })['error_message'])
      expect(message).toMatch(/^before .*\[masked\].* after$/)
      expect(message).not.toContain(token.slice(-6))
    })
  }

  test('also in the name of the event', () => {
    const { log, lines } = recorder()
    log.info('a'.repeat(32))
    expect(lines[0]).toContain('"event":"[masked]"')
  })
})

test('our own ids, routes and words stay readable', () => {
  const fields = {
    account_id: newId('data_installation', 1_800_000_000_000),
    environment_id: newId('environment', 1_800_000_000_000),
    integration_id: newId('data_integration', 1_800_000_000_000),
    key_id: 'key_a1B2c3D4e5F6',
    route: '/_widgets/DataIntegrations/attempts/:id/complete',
    class: '6f1ed002-ab55-4a3c-9d2e-0123456789ab',
    error_message: 'D1_ERROR: UNIQUE constraint failed: connected_accounts.environment_id',
  }
  expect(written(fields)).toMatchObject(fields)
})

test('a long text is cut', () => {
  const text = String(written({ error_message: 'word '.repeat(1000) })['error_message'])
  expect(text).toHaveLength(301)
})

test('an error is logged by name and message, without stack or cause', () => {
  const error = new TypeError('no', { cause: 'canary' })
  expect(errorFields(error)).toEqual({ error_name: 'TypeError', error_message: 'no' })
  expect(errorFields('thrown text')).toEqual({ error_name: 'string' })
})

test('lines go to the console as they are', () => {
  const spy = vi.spyOn(console, 'log').mockImplementation(() => {})
  consoleLine('{}')
  expect(spy).toHaveBeenCalledExactlyOnceWith('{}')
})
