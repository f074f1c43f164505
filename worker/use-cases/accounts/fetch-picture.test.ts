/** What may become the picture of an account: whatever else comes, there is none, and nobody hears of it. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { MAX_PICTURE_BYTES } from '../../domain/picture.ts'
import { utf8 } from '../../kit/encoding.ts'
import { createByteEgress } from '../../kit/safe-fetch.ts'
import { createDeps } from '../../runtime/create-deps.ts'
import { accountById } from '../../storage/connected-accounts.ts'
import { pictureById } from '../../storage/account-pictures.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { fetchPictureBehind } from './fetch-picture.ts'

const ADDRESS = 'https://pictures.example/ada.png'
const PNG = Uint8Array.from([0x89, ...utf8('PNG\r\n'), 0x1a, 10, 1, 2, 3])

async function setUp() {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const { accountId } = await h.connectedAccount(provider)
  const { id: environmentId } = h.environment
  const ctx = createExecutionContext()
  const deps = createDeps(env, ctx, 'https://pipes.example')
  const known = async () => {
    const account = await accountById(deps.db, environmentId, accountId)
    if (account === undefined) throw new Error('no row')
    return account
  }
  const account = await known()
  /** As a host of pictures answers; what there is afterwards. */
  const fetched = async (fetch: typeof globalThis.fetch, url = ADDRESS) => {
    const asked: string[] = []
    const egress = createByteEgress({
      fetch: (input, init) => {
        asked.push(new Request(input, init).url)
        return fetch(input, init)
      },
      loopbackOrigins: [],
      deadlineMs: 2000,
      maxBytes: MAX_PICTURE_BYTES,
    })
    fetchPictureBehind({ ...deps, pictureEgressFor: () => egress }, 'production', account, url)
    await waitOnExecutionContext(ctx)
    const { pictureId } = await known()
    return { asked, picture: pictureId && (await pictureById(deps.db, pictureId)) }
  }
  const end = () => h.api('DELETE', '/user_management/users/user_1/connected_accounts/strict')
  return { fetched, end }
}

const answering =
  (body: BodyInit | null, init: ResponseInit = {}): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, init))

test('a picture is kept as what it is, whatever its host calls it', async () => {
  const { fetched } = await setUp()
  const html = { headers: { 'content-type': 'text/html' } }
  const { picture } = await fetched(answering(PNG, html))
  expect(picture).toMatchObject({ type: 'image/png' })
})

test.each<[string, typeof fetch]>([
  [
    'an SVG that says it is a PNG',
    answering('<svg/>', { headers: { 'content-type': 'image/png' } }),
  ],
  ['a page', answering('<!doctype html>')],
  ['nothing', answering(null)],
  ['one that is not there', answering(PNG, { status: 404 })],
  ['one that lies elsewhere', answering(PNG, { status: 302, headers: { location: ADDRESS } })],
  ['one that is too large', answering(new Uint8Array(MAX_PICTURE_BYTES + 1).fill(0x89))],
  ['a host that cuts the line', () => Promise.reject(new TypeError('cut'))],
])('%s is none', async (_, fetch) => {
  const { fetched } = await setUp()
  const { picture, asked } = await fetched(fetch)
  expect(picture).toBeNull()
  expect(asked).toEqual([ADDRESS])
})

test.each([
  'http://pictures.example/a.png',
  'https://10.0.0.1/a.png',
  'https://localhost/a.png',
  'data:,',
])('%s is not asked', async (url) => {
  const { fetched } = await setUp()
  expect(await fetched(answering(PNG), url)).toEqual({ asked: [], picture: null })
})

test('one that comes after its connection has ended is not kept', async () => {
  const { fetched, end } = await setUp()
  const { picture } = await fetched(async () => {
    await end()
    return new Response(PNG)
  })
  expect(picture).toBeNull()
})
