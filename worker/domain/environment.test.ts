/** Which origins may embed, and where a browser may be sent back to: B46-B60, T09, T21. */
import { expect, test } from 'vitest'
import { isAllowedOrigin, isAllowedReturn, type Environment } from './environment.ts'

const environment = (kind: Environment['kind'], more: Partial<Environment> = {}): Environment => ({
  id: 'environment_1',
  name: 'Test app',
  kind,
  allowedOrigins: ['https://app.example.com', 'https://xn--e1afmkfd.example'],
  returnUrls: ['https://app.example.com/connected', 'https://app.example.com/'],
  settings: {},
  ...more,
})
const production = environment('production')
const sandbox = environment('sandbox')

const HOSTILE_RETURNS = [
  'https://app.example.com@evil.com/connected',
  'https://app.example.com\\@evil.com/connected',
  'https://app.example.com\\connected',
  'https://app.example.com.evil.com/connected',
  'https://evil.com/https://app.example.com/connected',
  'https://evil.com/?https://app.example.com/connected',
  'https://evil.com#https://app.example.com/connected',
  'blob:https://app.example.com/connected',
  'filesystem:https://app.example.com/connected',
  'javascript:alert(1)//https://app.example.com/connected',
  'data:text/html,https://app.example.com/connected',
  'http://app.example.com/connected',
  'ftp://app.example.com/connected',
  'https://app%2eexample.com/connected',
  'https://APP.example.com/connected',
  'HTTPS://app.example.com/connected',
  'https://app.example.com:443/connected',
  'https://app.example.com:8443/connected',
  'https://app.example.com./connected',
  'https://app.exаmple.com/connected',
  'https://user:pw@app.example.com/connected',
  'https://@app.example.com/connected',
  'https://app.example.com/connected#',
  'https://app.example.com/connected#pipes_attempt=x',
  'https://app.example.com/Connected',
  'https://app.example.com/connected/',
  'https://app.example.com/connected/x',
  'https://app.example.com/%63onnected',
  'https://app.example.com/..//evil.com',
  'https:/app.example.com/connected',
  'https:app.example.com/connected',
  '//app.example.com/connected',
  '/connected',
  ' https://app.example.com/connected',
  'https://app.example.com/con\tnected',
  'https://app.example.com/connected\n',
  'https://app.example.com?x=1',
  `https://app.example.com/connected?${'x'.repeat(2048)}`,
  'null',
  '*',
  '',
]

test.for(HOSTILE_RETURNS)('no browser is sent back to %j', (address) => {
  expect(isAllowedReturn(production, address)).toBe(false)
  expect(isAllowedReturn(sandbox, address)).toBe(false)
})

test.for([
  'https://app.example.com/connected',
  'https://app.example.com/connected?next=%2Fa&b=//evil.com',
  'https://app.example.com/',
  'https://app.example.com',
])('a browser is sent back to %j, which is registered', (address) => {
  expect(isAllowedReturn(production, address)).toBe(true)
})

test('a sandbox sends back to any page on this machine, a production environment to none', () => {
  for (const address of [
    'http://127.0.0.1:3000/anything',
    'http://localhost:5173/?a=b',
    'http://[::1]:8080/',
    'https://localhost/x',
  ]) {
    expect(isAllowedReturn(sandbox, address)).toBe(true)
    expect(isAllowedReturn(production, address)).toBe(false)
  }
  const listed = environment('production', { returnUrls: ['http://127.0.0.1:3000/cb'] })
  expect(isAllowedReturn(listed, 'http://127.0.0.1:3000/cb')).toBe(true)
})

test.for([
  'http://127.0.0.1:3000@evil.com/',
  'http://localhost.evil.com/',
  'http://127.0.0.1.nip.io/',
  'http://127.1:3000/',
  'http://0x7f.0.0.1/',
  'http://2130706433/',
  'http://0.0.0.0:3000/',
  'http://[::ffff:127.0.0.1]/',
  'http://foo.localhost/',
  'http://localhost./',
  'ws://127.0.0.1:3000/',
])('%j is not this machine', (address) => {
  expect(isAllowedReturn(sandbox, address)).toBe(false)
})

const HOSTILE_ORIGINS = [
  'null',
  '',
  '*',
  'https://*.example.com',
  'https://evil.com',
  'https://app.example.com.evil.com',
  'https://evilapp.example.com',
  'https://app.example.com:443',
  'https://app.example.com:8443',
  'http://app.example.com',
  'HTTPS://app.example.com',
  'https://APP.example.com',
  'https://app.example.com.',
  'https://app.example.com/',
  'https://app.example.com/connected',
  'https://app.example.com?',
  'https://app.example.com#',
  'https://user@app.example.com',
  'https://app.example.com, https://evil.com',
  'https://app.example.com https://evil.com',
  'https://пример.example',
  'https://app%2eexample.com',
  'chrome-extension://abcdefgh',
  'file://',
  'blob:https://app.example.com',
  'https://localhost.evil.com',
  'http://127.0.0.1:3000/',
]

test.for(HOSTILE_ORIGINS)('a page of the origin %j is not let in', (origin) => {
  expect(isAllowedOrigin(production, origin)).toBe(false)
  expect(isAllowedOrigin(sandbox, origin)).toBe(false)
})

test('a registered origin is let in, and in a sandbox any page on this machine', () => {
  expect(isAllowedOrigin(production, 'https://app.example.com')).toBe(true)
  expect(isAllowedOrigin(production, 'https://xn--e1afmkfd.example')).toBe(true)
  for (const origin of ['http://127.0.0.1:3000', 'http://localhost', 'http://[::1]:5173']) {
    expect(isAllowedOrigin(sandbox, origin)).toBe(true)
    expect(isAllowedOrigin(production, origin)).toBe(false)
  }
})

test('what an operator registered by mistake lets nobody in', () => {
  const careless = environment('production', {
    allowedOrigins: ['*', 'https://*.com', 'https://app.example.com/x', 'null', 'http://a.example'],
    returnUrls: ['*', 'https://*.com/', 'https://app.example.com', 'http://a.example/'],
  })
  for (const origin of ['https://a.com', 'https://app.example.com', 'null', 'http://a.example']) {
    expect(isAllowedOrigin(careless, origin)).toBe(false)
    expect(isAllowedReturn(careless, `${origin}/`)).toBe(false)
  }
})
