/** At each emulated provider: a refused token is renewed where that can be, and what is over is given back. */
import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { chooseAccount } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { startOthers } from '../support/other-emulators.ts'
import { NOTHING, type PipesApi, type VendAnswer } from '../support/pipes-api.ts'
import { disconnect, pressForWindow, row } from '../support/widget-page.ts'
import type { World } from '../support/world.ts'

type Emulated = {
  readonly slug: string
  readonly name: string
  readonly account: string
  readonly refreshes: boolean
  /** What becomes of the grant after a disconnect. */
  readonly end: 'revoked' | 'not_supported'
}

const ADA = 'ada@example.com'
const OF_THE_STACK: readonly Emulated[] = [
  { slug: 'github', name: 'GitHub', account: 'octocat', refreshes: false, end: 'not_supported' },
  { slug: 'google', name: 'Google', account: ADA, refreshes: true, end: 'revoked' },
  { slug: 'slack', name: 'Slack', account: ADA, refreshes: false, end: 'not_supported' },
  {
    slug: 'microsoft',
    name: 'Microsoft',
    account: 'ada@outlook.com',
    refreshes: true,
    end: 'not_supported',
  },
  { slug: 'linear', name: 'Linear', account: ADA, refreshes: true, end: 'revoked' },
]
const OTHERS: readonly Emulated[] = [
  { slug: 'okta', name: 'Okta', account: ADA, refreshes: true, end: 'revoked' },
  { slug: 'vercel', name: 'Vercel', account: 'ada', refreshes: false, end: 'not_supported' },
  { slug: 'apple', name: 'Apple', account: ADA, refreshes: true, end: 'revoked' },
  { slug: 'clerk', name: 'Clerk', account: ADA, refreshes: false, end: 'not_supported' },
]

/** A backend says that the provider refuses its token; gives the next one, or why there is none. */
async function renew(pipes: PipesApi, slug: string, user: string, token: string): Promise<string> {
  const answer = await pipes.call('POST', `/data-integrations/${slug}/token/rejected`, {
    user_id: user,
    access_token_sha256: createHash('sha256').update(token).digest('hex'),
  })
  const vended = (await answer.json()) as VendAnswer
  return vended.active ? vended.access_token.access_token : vended.error
}

/** @returns the newest token */
async function connectAndRenew(
  page: Page,
  pipes: PipesApi,
  user: string,
  { slug, name, account, refreshes }: Emulated,
): Promise<string> {
  const window = await pressForWindow(page, `Connect ${name}`)
  await chooseAccount(window, account)
  await expect(row(page, name)).toContainText('Connected')
  const token = await pipes.accessToken(slug, user)
  const next = await renew(pipes, slug, user, token)
  if (!refreshes) {
    expect(next).toBe('needs_reauthorization')
    return token
  }
  expect([token, 'needs_reauthorization']).not.toContain(next)
  expect(await pipes.accessToken(slug, user)).toBe(next)
  return next
}

async function giveBack(page: Page, world: World, user: string, all: readonly Emulated[]) {
  for (const { slug, name } of all) {
    // One whose grant is over asks for it again; the button beside ends it.
    await disconnect(page, name)
    await expect(row(page, name)).toContainText('Not connected')
    expect(await world.pipes.standing(slug, user)).toEqual(NOTHING)
  }
  const database = await world.stack.mf.getD1Database('DB')
  const outcomes = async () => {
    const statement = database.prepare('SELECT slug, outcome FROM revocations WHERE user_id = ?')
    const { results } = await statement.bind(user).all<{ slug: string; outcome: string }>()
    return Object.fromEntries(results.map(({ slug, outcome }) => [slug, outcome]))
  }
  const expected = Object.fromEntries(all.map(({ slug, end }) => [slug, end]))
  await expect.poll(outcomes).toEqual(expected)
}

test('GitHub, Google, Slack, Microsoft and Linear: connected, renewed, given back', async ({
  host,
  page,
  user,
  world,
}) => {
  await page.goto(host.urlFor(user))
  for (const one of OF_THE_STACK) await connectAndRenew(page, world.pipes, user, one)
  await giveBack(page, world, user, OF_THE_STACK)
})

test('Okta, Vercel, Apple and Clerk: connected, renewed, given back', async ({
  host,
  page,
  user,
  world,
}) => {
  const others = await startOthers(world.pipes, world.others)
  try {
    await page.goto(host.urlFor(user))
    const tokens = new Map<string, string>()
    for (const one of OTHERS)
      tokens.set(one.slug, await connectAndRenew(page, world.pipes, user, one))
    expect(others.tap.exchanges.map(({ grantType, status }) => [grantType, status])).toEqual([
      ['authorization_code', 200],
      ['refresh_token', 200],
    ])
    const me = async () => {
      const authorization = `Bearer ${tokens.get('okta')}`
      return (await fetch(others.oktaUserinfo, { headers: { authorization } })).status
    }
    expect(await me()).toBe(200)
    await giveBack(page, world, user, OTHERS)
    expect(await me()).toBe(401)
    expect(others.tap.revocations).toEqual([200, 200])
  } finally {
    await others.close()
  }
})
