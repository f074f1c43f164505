/** The way back to the app's own address: from every end of an attempt, with a reason that it can show. */
import { expect, test } from 'vitest'
import {
  altered,
  begin,
  expire,
  open,
  RETURN_TO,
  returned,
  toCallback,
} from '../../../test/connect-steps.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectJson } from '../../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  return { h, provider, begun: await begin(h, provider, 'rest_verifier') }
}

/** What the app's return route is called with. */
const cameBack = (response: Response): Record<string, string> => {
  expect(response.status).toBe(303)
  return Object.fromEntries(returned(response))
}

/** Where the page would go next, as its script has it from the POST. */
const nextOf = async (response: Response): Promise<URL> =>
  new URL((await expectJson<{ location: string }>(response, 200)).location)

const backLink = (page: string): string | undefined =>
  /<a class="button" href="([^"]+)">Back to the app<\/a>/.exec(page)?.[1]?.replaceAll('&amp;', '&')

const withoutOutcome = (href: string | undefined): [string, string | null, string | null] => {
  const url = new URL(href ?? '')
  const [attempt, error] = ['pipes_attempt', 'pipes_error'].map((name) =>
    url.searchParams.get(name),
  )
  for (const name of ['pipes_attempt', 'pipes_error']) url.searchParams.delete(name)
  return [url.href, attempt ?? null, error ?? null]
}

type Parts = Awaited<ReturnType<typeof setUp>>
const CHANGED = { credentials: { type: 'custom', client_id: 'b', client_secret: 'b' } }
const put = ({ h, provider }: Parts, body: unknown) =>
  h.api('PUT', `/data-integrations/${provider.slug}`, body)

test.for<[string, string, (parts: Parts) => Promise<unknown>]>([
  ['changed', 'configuration_changed', (parts) => put(parts, CHANGED)],
  ['switched off', 'integration_disabled', (parts) => put(parts, { enabled: false })],
  ['expired', 'attempt_expired', ({ begun }) => expire(begun)],
])(
  'what was %s in between is told to the app, before and after the provider',
  async ([, code, meddle]) => {
    const early = await setUp()
    await meddle(early)
    const location = await nextOf(await open(early.begun))
    expect(withoutOutcome(location.href)).toEqual([RETURN_TO, early.begun.attemptId, code])
    expect(await early.provider.count('authorization_code')).toBe(0)

    const late = await setUp()
    const callbackUrl = await toCallback(late.begun)
    await meddle(late)
    const back = cameBack(await late.begun.browser.send(callbackUrl))
    expect(back).toMatchObject({ pipes_attempt: late.begun.attemptId, pipes_error: code })
    expect(back).not.toHaveProperty('pipes_completion_code')
    expect(await late.provider.count('authorization_code')).toBe(0)
  },
)

test('an error of the provider is told by a word of ours, never by its own', async () => {
  const { begun } = await setUp()
  const callbackUrl = altered(await toCallback(begun), {
    code: undefined,
    error: 'canary_error',
    error_description: 'canary words',
  })
  const response = await begun.browser.send(callbackUrl)
  expect(response.headers.get('location')).not.toContain('canary')
  expect(cameBack(response)).toMatchObject({ pipes_error: 'provider_error' })
})

test('who goes back, or loads an answer again, finds the way to the app', async () => {
  const { begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  const spent = await begun.browser.send(begun.url)
  expect(spent.status).toBe(410)
  const id = begun.attemptId
  expect(withoutOutcome(backLink(await spent.text()))).toEqual([RETURN_TO, id, 'link_spent'])
  expect(withoutOutcome((await nextOf(await open(begun))).href)).toEqual([
    RETURN_TO,
    id,
    'link_spent',
  ])

  await begun.browser.send(callbackUrl)
  const again = await (await begun.browser.send(callbackUrl)).text()
  expect(withoutOutcome(backLink(again))).toEqual([RETURN_TO, id, 'already_handled'])
  // Without a ticket nobody learns where an attempt goes back to.
  const unknown = await begun.browser.send(
    begun.url.replace(/[^/]{10}(?=\/authorize)/, 'xxxxxxxxxx'),
  )
  expect(backLink(await unknown.text())).toBeUndefined()
})

test('a link that expired unopened leads back, too', async () => {
  const { begun } = await setUp()
  await expire(begun)
  const page = await begun.browser.send(begun.url)
  expect(page.status).toBe(410)
  const link = backLink(await page.text())
  expect(withoutOutcome(link)).toEqual([RETURN_TO, begun.attemptId, 'attempt_expired'])
})

test('where our page asks for confirmation, a denial leads back with the reason, too', async () => {
  const { h, provider } = await setUp()
  const begun = await begin(h, provider, 'rest_confirmation')
  const page = await begun.browser.send(await toCallback(begun, { decision: 'deny' }))
  expect(page.status).toBe(400)
  const link = backLink(await page.text())
  expect(withoutOutcome(link)).toEqual([RETURN_TO, begun.attemptId, 'access_denied'])
})
