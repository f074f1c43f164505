/** The playground as a deployment serves it. Needs `npm run build`, as the files are made by it. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError, sendRaw } from '../../../test/http-laws.ts'

const FILES = ['', '/playground.js', '/playground.css', '/manifest.json', '/face-1.svg']

test('it is there with a sandbox, under a strict policy, and not without one', async () => {
  await seedEnvironment({ kind: 'production' })
  for (const file of FILES) {
    expect((await expectError(await sendRaw(`/playground${file}`), 404)).code).toBe('not_found')
  }
  await seedEnvironment({ kind: 'sandbox' })
  for (const file of FILES) {
    const response = await sendRaw(`/playground${file}`)
    expect([file, response.status]).toEqual([file, 200])
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'; script-src 'self'; style-src 'self'`)
    expect(policy).toContain(`require-trusted-types-for 'script'; trusted-types lit-html`)
    expect(policy).not.toContain('unsafe')
    const text = await response.text()
    expect(file === '' && /<style|<script>|\sstyle=|\son\w+=/.test(text)).toBe(false)
  }
  for (const file of ['nothing.js', 'index.php', '..%2fintegrity.json']) {
    await expectError(await sendRaw(`/playground/${file}`), 404)
  }
})
