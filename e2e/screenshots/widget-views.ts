/** The built widget on a page by itself, with the answers of the fixtures for a Worker. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Route } from 'playwright'
import { API_ORIGIN, type ViewFixture } from '../../widget/test/fixtures.ts'
import { inLanguage } from '../../widget/test/in-language.ts'
import { pictureResponse } from '../../worker/sandbox-provider/picture.ts'
import { languageFiles } from '../../widget/test/language-files.ts'
import { widgetDirectory } from '../stack/build.ts'

/** In which the widget is drawn, as far as it says anything. */
export type ViewLanguage = 'en' | keyof typeof languageFiles

const PAGE_ORIGIN = 'https://app.example'
const TICKET = `${API_ORIGIN}/data-integrations/ticket/authorize-redirect`

/**
 * @param scripts the text of each script, by its path
 * @param language of the page
 */
export async function showView(
  context: BrowserContext,
  view: ViewFixture,
  scripts: ReadonlyMap<string, string>,
  language: ViewLanguage = 'en',
): Promise<void> {
  const say = (english: string): string =>
    language === 'en' ? english : inLanguage(english, languageFiles[language])
  await context.route(`${PAGE_ORIGIN}/**`, (route) =>
    route.request().url().endsWith('/session')
      ? route.fulfill({ json: { token: 'a-session' } })
      : route.fulfill({ contentType: 'text/html', body: pageIn(language) }),
  )
  await context.route(`${API_ORIGIN}/**`, (route) => answer(route, view, scripts))
  const page = await context.newPage()
  await page.goto(PAGE_ORIGIN)
  for (const name of view.press ?? []) {
    await page.getByRole('button', { name: say(name), exact: true }).click()
  }
  for (const [label, text] of Object.entries(view.type ?? {})) {
    await page.getByLabel(say(label), { exact: true }).fill(text)
  }
  if (view.submit) {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(view.submit), exact: true })
      .click()
  }
  await page
    .getByText(say(view.shows))
    .first()
    .waitFor({ state: view.mine === null ? 'attached' : 'visible' })
  if (view.mine === null) await page.locator('[part=skeleton]').waitFor({ state: 'attached' })
  await page.bringToFront()
}

async function answer(
  route: Route,
  view: ViewFixture,
  scripts: ReadonlyMap<string, string>,
): Promise<void> {
  const { pathname } = new URL(route.request().url())
  const cors = {
    'access-control-allow-origin': PAGE_ORIGIN,
    'access-control-allow-headers': '*, authorization',
    'access-control-allow-methods': '*',
  }
  const reply = (status: number, json: unknown): Promise<void> =>
    route.fulfill({ status, json, headers: cors })

  if (route.request().method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors })
  const script = scripts.get(pathname)
  if (script !== undefined) {
    return route.fulfill({ contentType: 'text/javascript', body: script, headers: cors })
  }
  if (pathname.startsWith('/languages/')) {
    return route.fulfill({ path: join(widgetDirectory, pathname), headers: cors })
  }
  if (pathname.startsWith('/account-pictures/')) {
    const drawn = pictureResponse(new Request(`https://sandbox.invalid/picture?of=${pathname}`))
    const body = Buffer.from(await drawn.arrayBuffer())
    return route.fulfill({ contentType: 'image/gif', body })
  }
  if (pathname.startsWith('/icons/')) {
    const path = iconPath(pathname)
    return existsSync(path)
      ? route.fulfill({ path, contentType: 'image/svg+xml' })
      : route.fulfill({ status: 404 })
  }
  if (pathname.endsWith('/mine')) {
    // Never an answer: the widget goes on loading.
    return view.mine === null ? undefined : reply(view.mine.status, view.mine.body)
  }
  if (route.request().method() === 'PUT' && view.put) return reply(view.put.status, view.put.body)
  if (pathname.endsWith('/authorize')) return reply(200, AUTHORIZATION)
  if (pathname.includes('/attempts/')) return reply(200, { ...ATTEMPT, ...view.attempt })
  return route.fulfill({ contentType: 'text/html', body: '<title>At the provider</title>' })
}

const iconPath = (pathname: string): string =>
  new URL(`../../worker/providers${pathname}`, import.meta.url).pathname

const AUTHORIZATION = {
  url: TICKET,
  redirectToken: 'redirect',
  handoffToken: 'handoff',
  attempt: { id: 'attempt_1', expires_at: '2026-11-23T12:10:00.000Z' },
}

const ATTEMPT = {
  object: 'connect_attempt',
  id: 'attempt_1',
  slug: 'slack',
  status: 'opened',
  error: null,
  connected_account: null,
}

const pageIn = (language: ViewLanguage): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>A page with connections</title>
    <style>
      body { margin: 0; padding: 24px 16px; font-family: system-ui, sans-serif }
    </style>
    <script type="module" src="${API_ORIGIN}/pipes-widget.js"></script>
  </head>
  <body><pipes-widget session-url="/session" api-url="${API_ORIGIN}"></pipes-widget></body>
</html>`
