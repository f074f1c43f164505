/** The whole way of a connection, as page, browser and provider walk it: for tests that need it whole. */
import { randomToken, sha256Base64Url } from '../kit/digest.ts'
import { systemRandom } from '../kit/ids.ts'
import { consentAtProvider, createBrowser, type Browser } from './browser.ts'
import { expectJson, PAGE_ORIGIN } from './wire.ts'

export type ConnectWalk = {
  readonly user?: string
  readonly origin?: string
  readonly account?: string
  readonly decision?: 'allow' | 'deny'
  readonly browser?: Browser
  /** Given: same-tab mode. */
  readonly returnTo?: string
  readonly config?: Readonly<Record<string, string>>
}

/** Every secret that the walk saw, beside its outcome; tests of refusals stop where they want. */
export type Walked = {
  readonly attemptId: string
  readonly attemptUrl: string
  readonly widgetToken: string
  readonly verifier: string
  readonly handoffToken: string | undefined
  readonly redirectToken: string
  readonly completionCode: string | undefined
  readonly authorizationUrl: string
  readonly callbackUrl: string
  readonly callback: Response
  readonly browser: Browser
  readonly completed: Response
}

type Parts = {
  readonly widget: (
    method: string,
    path: string,
    body: unknown,
    options?: { readonly token?: string; readonly origin?: string | null },
  ) => Promise<Response>
  readonly widgetToken: (userId: string) => Promise<string>
}

/** The whole way: authorize, interstitial, consent, callback, complete. */
export async function connectThrough(
  { widget, widgetToken }: Parts,
  provider: { readonly slug: string },
  walk: ConnectWalk,
): Promise<Walked> {
  const origin = walk.origin ?? PAGE_ORIGIN
  const token = await widgetToken(walk.user ?? 'user_1')
  const browser = walk.browser ?? createBrowser()
  const verifier = randomToken(systemRandom)
  const began = await expectJson<{
    url: string
    redirectToken: string
    handoffToken?: string
    attempt: { id: string }
  }>(
    await widget(
      'POST',
      `/DataIntegrations/${provider.slug}/authorize`,
      {
        requireHandoff: walk.returnTo === undefined,
        config: walk.config ?? {},
        code_challenge: await sha256Base64Url(verifier),
        ...(walk.returnTo === undefined ? {} : { return_to: walk.returnTo }),
      },
      { token, origin },
    ),
    200,
  )
  await browser.send(began.url)
  const opened = await browser.send(began.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(
      began.handoffToken === undefined
        ? {}
        : { handoff_token: began.handoffToken, redirect_token: began.redirectToken },
    ),
  })
  const { location } = await expectJson<{ location: string }>(opened, 200)
  const callbackUrl = await consentAtProvider(browser, location, {
    account: walk.account ?? `provider-${walk.user ?? 'user_1'}`,
    decision: walk.decision ?? 'allow',
  })
  const callback = await browser.send(callbackUrl)
  const back = new URLSearchParams((callback.headers.get('location') ?? '').split('#')[1] ?? '')
  const completionCode = back.get('pipes_completion_code') ?? undefined
  const completed = await widget(
    'POST',
    `/DataIntegrations/attempts/${began.attempt.id}/complete`,
    {
      code_verifier: verifier,
      ...(completionCode === undefined ? {} : { completion_code: completionCode }),
    },
    { token, origin },
  )
  return {
    attemptId: began.attempt.id,
    attemptUrl: began.url,
    widgetToken: token,
    verifier,
    handoffToken: began.handoffToken,
    redirectToken: began.redirectToken,
    completionCode,
    authorizationUrl: location,
    callbackUrl,
    callback,
    browser,
    completed,
  }
}
