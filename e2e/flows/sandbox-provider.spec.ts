/** Every script of the sandbox provider, chosen on its consent page, and what the widget then shows. */
import { expect, test } from '../support/fixtures.ts'
import { CONNECTED, NOTHING, type PipesApi } from '../support/pipes-api.ts'
import {
  allowAtSandbox,
  denyAtSandbox,
  whoseToken,
  type Wishes,
} from '../support/sandbox-consent.ts'
import { button, pressForWindow, row } from '../support/widget-page.ts'

const NAME = 'Sandbox'
const SLUG = 'sandbox'

/** What a backend hears of the next refresh, and what its user then sees. */
const ENDINGS = {
  goes_on: { vend: 'refreshed', shows: 'Connected' },
  waits: { vend: '503 provider_unavailable', shows: 'Connected' },
  over: { vend: 'needs_reauthorization', shows: 'Requires reauthorization' },
} as const

const REFRESHES: readonly (readonly [string, Wishes, keyof typeof ENDINGS])[] = [
  ['strict rotation', { refreshToken: 'rotates, reuse ends it' }, 'goes_on'],
  ['rotation that only refuses reuse', { refreshToken: 'rotates, reuse only fails' }, 'goes_on'],
  ['rotation with grace', { refreshToken: 'rotates, 30 s of grace' }, 'goes_on'],
  ['no rotation', { refreshToken: 'stays the same' }, 'goes_on'],
  ['no refresh token', { refreshToken: 'is not issued' }, 'over'],
  ['a slow answer', { trouble: 'slow: three seconds' }, 'goes_on'],
  ['429', { trouble: '429, try in 5 seconds', troubleAt: 'every refresh' }, 'waits'],
  ['503', { trouble: '503', troubleAt: 'every refresh' }, 'waits'],
  ['HTML', { trouble: 'HTML in place of JSON', troubleAt: 'every refresh' }, 'waits'],
  ['half of an answer', { trouble: 'half of the answer' }, 'over'],
  [
    'half of an answer, with grace',
    { trouble: 'half of the answer', refreshToken: 'rotates, 30 s of grace' },
    'goes_on',
  ],
  ['a cut before the rotation', { trouble: 'cut before the work' }, 'goes_on'],
  ['a cut after the rotation', { trouble: 'cut after the work' }, 'over'],
  [
    'a cut after the rotation, with grace',
    { trouble: 'cut after the work', refreshToken: 'rotates, 30 s of grace' },
    'goes_on',
  ],
  ['a revocation by the user', { trouble: 'the user revokes' }, 'over'],
  ['a revocation by an admin', { trouble: 'an admin revokes' }, 'over'],
]

for (const [name, wishes, ending] of REFRESHES) {
  test(`refresh: ${name}: ${ENDINGS[ending].shows.toLowerCase()}`, async ({
    host,
    page,
    user,
    world,
  }) => {
    const account = `${user}@example.com`
    await page.goto(host.urlFor(user))
    const window = await pressForWindow(page, `Connect ${NAME}`)
    await allowAtSandbox(window, { account, lifetimeSeconds: 1, ...wishes })
    await expect(row(page, NAME)).toContainText('Connected')
    await expect(row(page, NAME)).toContainText(account)

    const first = await firstToken(world.pipes, user)
    await expect.poll(() => vended(world.pipes, user, first)).toBe(ENDINGS[ending].vend)
    await page.reload()
    await expect(row(page, NAME)).toContainText(ENDINGS[ending].shows)
    await expect(row(page, NAME)).not.toContainText('Not connected')
  })
}

/** The second is short: a token that comes after it is not the first, and still tells how it goes. */
const firstToken = async (pipes: PipesApi, user: string): Promise<string> => {
  const response = await vend(pipes, user)
  return response.token ?? ''
}

async function vend(
  pipes: PipesApi,
  user: string,
): Promise<{ readonly token?: string; readonly says: string }> {
  const response = await pipes.call('POST', `/data-integrations/${SLUG}/token`, { user_id: user })
  const body = (await response.json()) as {
    readonly code?: string
    readonly error?: string
    readonly access_token?: { readonly access_token: string }
  }
  if (body.access_token !== undefined) {
    return { token: body.access_token.access_token, says: 'active' }
  }
  return { says: body.error ?? `${response.status} ${body.code}` }
}

async function vended(pipes: PipesApi, user: string, first: string): Promise<string> {
  const { token, says } = await vend(pipes, user)
  if (token === undefined) return says
  return token === first ? 'the first' : 'refreshed'
}

test('a connection that is over is reauthorized as its own account, and as no other', async ({
  host,
  page,
  user,
  world,
}) => {
  const { pipes, stack } = world
  const account = `${user}@example.com`
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${NAME}`)
  await allowAtSandbox(window, { account, lifetimeSeconds: 1, trouble: 'the user revokes' })
  await expect(row(page, NAME)).toContainText('Connected')
  await expect.poll(() => vended(pipes, user, '')).toBe('needs_reauthorization')
  await page.reload()
  await expect(row(page, NAME)).toContainText('Requires reauthorization')

  const second = await pressForWindow(page, `Reauthorize ${NAME}`)
  await allowAtSandbox(second, { account: `other-${account}` })
  await expect(row(page, NAME)).toContainText('with another account, so nothing was changed')
  await expect(row(page, NAME)).toContainText('Requires reauthorization')

  const third = await pressForWindow(page, `Reauthorize: ${NAME}`)
  await allowAtSandbox(third, { account })
  await expect(row(page, NAME)).toContainText('Connected')
  const token = await pipes.accessToken(SLUG, user)
  expect(await whoseToken(stack.url, token)).toBe(account)
})

test('an account that is switched behind our back stays connected, under the old name', async ({
  host,
  page,
  user,
  world,
}) => {
  const { pipes, stack } = world
  const account = `${user}@example.com`
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${NAME}`)
  await allowAtSandbox(window, { account, lifetimeSeconds: 1, trouble: 'another account answers' })
  await expect(row(page, NAME)).toContainText('Connected')
  await expect
    .poll(async () => {
      const { token = '' } = await vend(pipes, user)
      return whoseToken(stack.url, token)
    })
    .toBe('mallory@example.com')
  await page.reload()
  await expect(row(page, NAME)).toContainText(account)
})

for (const [stated, expiresAt] of [
  ['no lifetime', null],
  ['a wrong one: a day', expect.any(String)],
] as const) {
  test(`an answer that says ${stated}: connected, with a token that is dead`, async ({
    host,
    page,
    user,
    world,
  }) => {
    const { pipes, stack } = world
    await page.goto(host.urlFor(user))
    const window = await pressForWindow(page, `Connect ${NAME}`)
    await allowAtSandbox(window, { account: `${user}@example.com`, lifetimeSeconds: 1, stated })
    await expect(row(page, NAME)).toContainText('Connected')
    const first = await pipes.accessToken(SLUG, user)
    await expect.poll(() => whoseToken(stack.url, first)).toBe('dead')
    expect(await pipes.vend(SLUG, user)).toMatchObject({
      access_token: { access_token: first, expires_at: expiresAt },
    })
    await page.reload()
    await expect(row(page, NAME)).toContainText('Connected')
  })
}

test('partial scopes: connected, and the backend is told what is missing', async ({
  host,
  page,
  user,
  world,
}) => {
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${NAME}`)
  await allowAtSandbox(window, {
    account: `${user}@example.com`,
    without: ['Change your files', 'See your name and e-mail address'],
  })
  await expect(row(page, NAME)).toContainText('More access needed')
  await expect(row(page, NAME)).not.toContainText(user)
  expect(await world.pipes.vend(SLUG, user)).toMatchObject({
    access_token: { scopes: ['files:read'], missing_scopes: ['profile', 'files:write'] },
  })
})

test('denied: not connected, and the row says why', async ({ host, page, user, world }) => {
  await page.goto(host.urlFor(user))
  await denyAtSandbox(await pressForWindow(page, `Connect ${NAME}`))
  await expect(row(page, NAME)).toContainText('Access was declined at Sandbox')
  await expect(row(page, NAME)).toContainText('Not connected')
  expect(await world.pipes.standing(SLUG, user)).toEqual(NOTHING)
})

for (const trouble of [
  '429, try in 5 seconds',
  '503',
  'HTML in place of JSON',
  'half of the answer',
  'cut before the work',
  'cut after the work',
  'the user revokes',
]) {
  test(`connect: ${trouble}: not connected, and the next try succeeds`, async ({
    host,
    page,
    user,
    world,
  }) => {
    const account = `${user}@example.com`
    await page.goto(host.urlFor(user))
    const window = await pressForWindow(page, `Connect ${NAME}`)
    await allowAtSandbox(window, { account, trouble, troubleAt: 'the connect' })
    await expect(button(page, `Connect ${NAME}`)).toBeVisible()
    await expect(row(page, NAME)).toContainText('Not connected')
    expect(await world.pipes.standing(SLUG, user)).toEqual(NOTHING)

    await allowAtSandbox(await pressForWindow(page, `Connect ${NAME}`), { account })
    await expect(row(page, NAME)).toContainText(account)
    expect(await world.pipes.standing(SLUG, user)).toEqual(CONNECTED)
  })
}
