/** Emulated providers beside those of the stack: connected, renewed where that can be, and given back. */
import { chooseAccount } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { grantEnds, renewed } from '../support/grant-ends.ts'
import { startOthers } from '../support/other-emulators.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { disconnect, pressForWindow, row } from '../support/widget-page.ts'

const ADA = 'ada@example.com'
const OTHERS = [
  { slug: 'okta', name: 'Okta', account: ADA, refreshes: true },
  { slug: 'vercel', name: 'Vercel', account: 'ada', refreshes: false },
  { slug: 'apple', name: 'Apple', account: ADA, refreshes: true },
  { slug: 'clerk', name: 'Clerk', account: ADA, refreshes: false },
]

test('Okta, Vercel, Apple and Clerk: connected, renewed, given back', async ({
  host,
  page,
  user,
  world: { others: reserved, pipes, stack },
}) => {
  const others = await startOthers(pipes, reserved)
  try {
    await page.goto(host.urlFor(user))
    let oktaToken = ''
    for (const { slug, name, account, refreshes } of OTHERS) {
      const window = await pressForWindow(page, `Connect ${name}`)
      await chooseAccount(window, account)
      await expect(row(page, name)).toContainText('Connected')
      expect(await pipes.standing(slug, user)).toEqual(CONNECTED)
      const token = await pipes.accessToken(slug, user)
      const next = await renewed(pipes, slug, user, token)
      expect(next === 'needs_reauthorization').toBe(!refreshes)
      expect(next).not.toBe(token)
      if (slug === 'okta') oktaToken = next
    }
    const me = async (): Promise<number> => {
      const headers = { authorization: `Bearer ${oktaToken}` }
      return (await fetch(others.oktaUserinfo, { headers })).status
    }
    expect(await me()).toBe(200)

    for (const { slug, name } of OTHERS) {
      await disconnect(page, name)
      await expect(row(page, name)).toContainText('Not connected')
      expect(await pipes.standing(slug, user)).toEqual(NOTHING)
    }
    await expect
      .poll(() => grantEnds(stack, user))
      .toEqual({
        okta: 'revoked',
        vercel: 'not_supported',
        apple: 'revoked',
        clerk: 'not_supported',
      })
    expect(await me()).toBe(401)
    // Of Apple nothing can be asked with a token; what was asked of it was counted.
    expect(others.tap.exchanges.map(({ grantType, status }) => [grantType, status])).toEqual([
      ['authorization_code', 200],
      ['refresh_token', 200],
    ])
    expect(others.tap.revocations).toEqual([200, 200])
  } finally {
    await others.close()
  }
})
