/** What a refresh does to tokens, today and in the following years: observed, and compared with the page. */
import type { RefreshBehaviour } from '../../providers/definition.ts'
import { expect, same, tokensOf, type Outcome, type Walker } from './walker.ts'

const DAY_SECONDS = 86_400

export async function walkRefresh(start: () => Walker): Promise<void> {
  const { documented, definition } = start()
  if (documented.token.renews !== undefined) return walkRenewal(start())
  if (documented.life.refresh === 'none') {
    same('a refresh without a refresh token', definition.oauth.refresh.by, undefined)
    return
  }
  const { refresh } = definition.oauth
  await observeRotation(start(), refresh)
  if (refresh.rotates === 'never') compareUnspent(refresh)
  else await observeReplay(start, refresh)
  await observeIdleness(start, refresh)
  await observeEnd(start, refresh)
}

async function begin(walker: Walker) {
  const { accessToken, refreshToken } = await walker.connect()
  expect(refreshToken !== undefined, 'no refresh token')
  return { accessToken, refreshToken }
}

async function observeRotation(walker: Walker, refresh: RefreshBehaviour): Promise<void> {
  const { accessToken, refreshToken } = await begin(walker)
  let current = refreshToken
  const changed: boolean[] = []
  for (let round = 0; round < 2; round += 1) {
    walker.wait(60)
    const tokens = tokensOf(await walker.refresh(current))
    walker.content()
    const { access } = walker.documented.life
    const ends = access === undefined ? undefined : walker.now + access * 1000
    same('the refreshed token’s end', tokens.expiresAt, ends)
    const next = tokens.refreshToken ?? current
    changed.push(next.reveal() !== current.reveal())
    if (round === 0) {
      const isDead = !walker.served.grants.isLive(accessToken.reveal())
      same('a refresh ends the old access token', refresh.killsOldAccessToken, isDead)
    }
    current = next
  }
  const always = changed.every(Boolean) ? 'always' : 'sometimes'
  same('rotation', refresh.rotates, changed.some(Boolean) ? always : 'never')
}

/** Where no token is ever spent, none is answered a while longer, and none ends anything. */
function compareUnspent(refresh: RefreshBehaviour): void {
  same('seconds of grace', refresh.graceSeconds, 0)
  same('a replay ends the grant', refresh.reuseKills, false)
}

/** The spent token once more: within its grace, and after it. */
async function observeReplay(start: () => Walker, refresh: RefreshBehaviour): Promise<void> {
  const replayed = async (after: number): Promise<readonly [Outcome, Outcome]> => {
    const walker = start()
    const { refreshToken } = await begin(walker)
    const next = tokensOf(await walker.refresh(refreshToken)).refreshToken
    expect(next !== undefined, 'no new refresh token')
    walker.wait(after)
    const replay = await walker.refresh(refreshToken)
    return [replay, await walker.refresh(next)]
  }
  const { graceSeconds } = refresh
  if (graceSeconds > 0) {
    const [within] = await replayed(graceSeconds - 1)
    expect('tokens' in within, 'a replay within the grace is refused')
  }
  const [after, newest] = await replayed(graceSeconds + 1)
  expect('failure' in after, 'a replay after the grace is answered')
  // Where the grace is as long as a token lives, nothing of it is left to be looked at.
  if (graceSeconds < 30 * DAY_SECONDS)
    same('a replay ends the grant', refresh.reuseKills, 'failure' in newest)
  else same('a replay ends the grant', refresh.reuseKills, false)
}

const isAnswered = async (walker: Walker, days: number, hours: number): Promise<boolean> => {
  const { refreshToken } = await begin(walker)
  walker.wait(days * DAY_SECONDS + hours * 3600)
  return 'tokens' in (await walker.refresh(refreshToken))
}

async function observeIdleness(start: () => Walker, refresh: RefreshBehaviour): Promise<void> {
  const { idleDays, absoluteDays } = refresh
  if (idleDays === undefined) {
    const days = absoluteDays === undefined ? 500 : absoluteDays - 1
    expect(await isAnswered(start(), days, 0), 'an unused refresh token dies')
    return
  }
  expect(await isAnswered(start(), idleDays, -1), 'an unused refresh token dies earlier')
  expect(!(await isAnswered(start(), idleDays, 1)), 'an unused refresh token lives longer')
}

/** Used every so often, and still it may end. */
async function observeEnd(start: () => Walker, refresh: RefreshBehaviour): Promise<void> {
  const isAnsweredAfter = async (days: number): Promise<boolean> => {
    const walker = start()
    const { refreshToken } = await begin(walker)
    const grant = walker.served.grants.ofRefresh(refreshToken.reveal())
    if (grant !== undefined) grant.consentedAt -= days * DAY_SECONDS * 1000
    return 'tokens' in (await walker.refresh(refreshToken))
  }
  const { absoluteDays } = refresh
  if (absoluteDays === undefined) {
    expect(await isAnsweredAfter(3000), 'a grant that is used ends')
    return
  }
  expect(await isAnsweredAfter(absoluteDays - 1), 'a grant that is used ends earlier')
  expect(!(await isAnsweredAfter(absoluteDays + 1)), 'a grant that is used goes on')
}

/** An access token for a later one, as long as it lives. */
async function walkRenewal(walker: Walker): Promise<void> {
  const { refreshToken } = await begin(walker)
  const { refresh } = walker.definition.oauth
  walker.wait(60)
  const tokens = tokensOf(await walker.refresh(refreshToken))
  walker.content()
  expect(tokens.refreshToken !== undefined, 'what renews itself is not kept')
  same('rotation', refresh.rotates, 'never')
  compareUnspent(refresh)
  same('days unused, days in all', [refresh.idleDays, refresh.absoluteDays], [undefined, undefined])
  const isDead = !walker.served.grants.isLive(refreshToken.reveal())
  same('a renewal ends the old token', refresh.killsOldAccessToken, isDead)
  walker.wait(200 * DAY_SECONDS)
  const late = await walker.refresh(tokens.refreshToken)
  same('an ended token', 'failure' in late && late.failure.kind, 'needs_reauthorization')
}
