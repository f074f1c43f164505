/**
 * Providers that users can connect, from the operator's first request to the disconnect, through the whole
 * Worker and at the provider's own addresses: a refusal, a connection, its refresh, the end of its grant.
 * A few of them here; `npm run providers:walk` takes every one.
 */
import { afterEach, expect, test, vi } from 'vitest'
import { sha256Hex } from '../kit/digest.ts'
import { CATALOGUE } from '../providers/catalogue.ts'
import { speaksOAuth, type OAuthProvider } from '../providers/definition.ts'
import { begin, complete, open, watch } from '../test/connect-steps.ts'
import { DOCUMENTED } from '../test/documented/all.ts'
import { seedEnvironment, type Harness } from '../test/harness.ts'
import { openProvider } from '../test/outside.ts'
import { expectJson, readVend } from '../test/wire.ts'

const CLIENT = { id: 'client-1.~_x', secret: 's3cret-4.~_y' }
const FEW = ['github', 'google', 'slack', 'notion', 'shopify', 'strava', 'wrike']

const isEvery = import.meta.env.MODE === 'every'
const CONNECTABLE = CATALOGUE.filter(speaksOAuth).filter(
  ({ slug, authMethods, builtIn, notOffered }) =>
    authMethods.includes('oauth') &&
    builtIn === undefined &&
    notOffered === undefined &&
    (isEvery || FEW.includes(slug)),
)

afterEach(() => {
  vi.useRealTimers()
})

async function setUp({ slug, configFields }: OAuthProvider) {
  const documented = DOCUMENTED.find(({ slugs }) => slugs.includes(slug))
  const examples = configFields.flatMap(({ key, example, default: otherwise }) =>
    otherwise === undefined && example !== undefined ? [[key, example] as const] : [],
  )
  const config = documented?.config?.values ?? Object.fromEntries(examples)
  const h = await seedEnvironment()
  const answer = await h.api('POST', '/data-integrations', {
    provider: slug,
    enabled: true,
    config,
    credentials: { type: 'custom', client_id: CLIENT.id, client_secret: CLIENT.secret },
  })
  const { redirect_uri: redirectUri } = await expectJson<{ redirect_uri: string }>(answer, 201)
  return { h, documented, provider: await openProvider({ slug, config, redirectUri, ...CLIENT }) }
}

async function toCallback(h: Harness, slug: string, consent: (url: string) => Promise<string>) {
  const begun = await begin(h, { slug })
  const { location } = await expectJson<{ location: string }>(await open(begun), 200)
  await begun.browser.send(await consent(location))
  return begun
}

/** A backend says that the provider refused its token; a minute later it may say so again. */
async function reject(h: Harness, slug: string, token = '') {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  return readVend(
    await h.api('POST', `/data-integrations/${slug}/token/rejected`, {
      user_id: 'user_1',
      access_token_sha256: await sha256Hex(token),
    }),
  )
}

test.each(CONNECTABLE.map((one) => [one.slug, one] as const))('%s', async (slug, definition) => {
  const { h, documented, provider } = await setUp(definition)
  const refused = await toCallback(h, slug, (url) => provider.consent(url, true))
  expect((await watch(h, refused)).error?.code).toBe('access_denied')

  const begun = await toCallback(h, slug, (url) => provider.consent(url))
  await expectJson(await complete(h, begun), 200)
  const { token } = await h.vend({ slug, userId: 'user_1' })
  expect(token).toBeTypeOf('string')
  const canRefresh = documented?.life.refresh !== 'none' || documented.token.renews !== undefined
  const refreshed = canRefresh ? await reject(h, slug, token) : { token }
  expect(refreshed.token).toBeTypeOf('string')
  expect(refreshed.token === token).toBe(!canRefresh)

  await provider.endGrants()
  const ended = await reject(h, slug, refreshed.token)
  // Some say no in words that may mean anything: these are asked again first.
  if (documented?.failures.means?.grant === 'unclear') expect(ended.status).toBe(503)
  else expect(ended.body.error).toBe('needs_reauthorization')
  const path = `/user_management/users/user_1/connected_accounts/${slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)
  if (definition.oauth.revocation !== undefined)
    await expect.poll(async () => (await provider.seen()).hits.revocation).toBeGreaterThan(0)
  expect((await provider.seen()).complaints).toEqual([])
  await provider.end()
})
