import { env, exports } from 'cloudflare:workers'
import { expect, test } from 'vitest'
test('probe', async () => {
  const [origin] = JSON.parse(env.LOOPBACK_ORIGINS)
  const r = await fetch(`${origin}/.well-known/openid-configuration`)
  console.log(r.status, (await r.text()).slice(0, 200))
  const b = await fetch(`https://example.com/x`)
  console.log(b.status, await b.text())
  console.log(Object.keys(exports))
  const h = await exports.default.fetch('http://localhost:8787/')
  expect(h.status).toBe(200)
})
