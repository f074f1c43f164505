/** What the widget fetches from any page. Needs `npm run build`, as the files are made by it. */
import { encodeBase64 } from '@oslojs/encoding'
import { expect, test } from 'vitest'
import { expectError, sendRaw } from '../../../test/http-laws.ts'

const FROM_A_PAGE = { headers: { origin: 'https://app.example' } }

test('a language may be read by every page, and is as old as the script may be', async () => {
  const response = await sendRaw('/languages/zh-Hant.json', FROM_A_PAGE)
  const header = (name: string): string | null => response.headers.get(name)
  expect(header('content-type')).toBe('application/json; charset=utf-8')
  expect(header('access-control-allow-origin')).toBe('*')
  expect(header('cross-origin-resource-policy')).toBe('cross-origin')
  expect(header('x-content-type-options')).toBe('nosniff')
  expect(await response.json()).toMatchObject({ language: '繁體中文' })

  const script = await sendRaw('/pipes-widget.js')
  await script.body?.cancel()
  expect(header('cache-control')).toBe(script.headers.get('cache-control'))
})

test('a language that has not changed is not sent again', async () => {
  const first = await sendRaw('/languages/de.json')
  await first.body?.cancel()
  const etag = first.headers.get('etag') ?? ''
  const again = await sendRaw('/languages/de.json', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each(['sv.json', 'xx.json'])('that there is no %s can be read too', async (file) => {
  const response = await sendRaw(`/languages/${file}`, FROM_A_PAGE)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect((await expectError(response, 404)).code).toBe('not_found')
})

test('the hashes that are published are those of the bytes that are served', async () => {
  const published = await sendRaw('/integrity.json', FROM_A_PAGE)
  expect(published.headers.get('access-control-allow-origin')).toBe('*')
  const { scripts } = (await published.json()) as {
    readonly scripts: Readonly<Record<string, { integrity: string; pinned?: string }>>
  }
  expect(Object.keys(scripts)).toEqual(
    expect.arrayContaining(['/pipes-widget.js', '/pipes-widget-form.js']),
  )
  for (const [path, { integrity, pinned }] of Object.entries(scripts)) {
    for (const address of [path, ...(pinned === undefined ? [] : [pinned])]) {
      const response = await sendRaw(address, FROM_A_PAGE)
      const digest = await crypto.subtle.digest('SHA-384', await response.arrayBuffer())
      expect([address, `sha384-${encodeBase64(new Uint8Array(digest))}`]).toEqual([
        address,
        integrity,
      ])
    }
  }
})

test('an address of one build may be kept for ever, and is gone with the build', async () => {
  const { scripts } = (await (await sendRaw('/integrity.json')).json()) as {
    readonly scripts: Readonly<Record<string, { pinned?: string }>>
  }
  const pinned = await sendRaw(scripts['/pipes-widget.js']?.pinned ?? '', FROM_A_PAGE)
  await pinned.body?.cancel()
  expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(pinned.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const other = await sendRaw('/pipes-widget-0000000000000000.js', FROM_A_PAGE)
  expect((await expectError(other, 404)).code).toBe('not_found')
})
