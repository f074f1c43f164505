/** The built `<pipes-admin>` on a page by itself, with the answers of the fixtures for a Worker. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Route } from 'playwright'
import type { AdminViewFixture } from '../../widget/test/admin-views.ts'
import { adminInLanguage } from '../../widget/test/admin-in-language.ts'
import { API_ORIGIN } from '../../widget/test/fixtures.ts'
import { widgetDirectory } from '../stack/build.ts'
import type { ViewLanguage } from './widget-views.ts'

const PAGE_ORIGIN = 'https://app.example'
const MANAGE = ['widgets:pipes:manage']

/** @param scripts the text of each script, by its path */
export async function showAdminView(
  context: BrowserContext,
  view: AdminViewFixture,
  scripts: ReadonlyMap<string, string>,
  language: ViewLanguage = 'en',
): Promise<void> {
  const say = (english: string): string => adminInLanguage(english, language)
  const claims = JSON.stringify({ permissions: view.permissions ?? MANAGE })
  await context.route(`${PAGE_ORIGIN}/**`, (route) =>
    route.request().url().endsWith('/session')
      ? route.fulfill({ json: { token: `head.${btoa(claims)}.signature` } })
      : route.fulfill({ contentType: 'text/html', body: pageIn(language) }),
  )
  await context.route(`${API_ORIGIN}/**`, (route) => answer(route, view, scripts))
  const page = await context.newPage()
  await page.goto(PAGE_ORIGIN)
  for (const name of view.press ?? []) {
    const named = { name: say(name), exact: true }
    await page.getByRole('button', named).or(page.getByRole('switch', named)).click()
  }
  for (const [label, text] of Object.entries(view.type ?? {})) {
    await page.getByLabel(say(label), { exact: true }).fill(text)
  }
  for (const label of view.toggle ?? []) {
    await page.getByRole('checkbox', { name: label }).click()
  }
  if (view.submit) {
    const named = { name: say(view.submit), exact: true }
    await page.getByRole('dialog').getByRole('button', named).click()
  }
  await page
    .getByText(say(view.shows))
    .last()
    .waitFor({ state: view.list === null ? 'attached' : 'visible' })
  await page.bringToFront()
}

async function answer(
  route: Route,
  view: AdminViewFixture,
  scripts: ReadonlyMap<string, string>,
): Promise<void> {
  const { pathname } = new URL(route.request().url())
  const headers = {
    'access-control-allow-origin': PAGE_ORIGIN,
    'access-control-allow-headers': '*, authorization',
    'access-control-allow-methods': '*',
  }
  const method = route.request().method()
  if (method === 'OPTIONS') return route.fulfill({ status: 204, headers })
  const script = scripts.get(pathname)
  if (script !== undefined) {
    return route.fulfill({ contentType: 'text/javascript', body: script, headers })
  }
  if (pathname.startsWith('/languages/')) {
    return route.fulfill({ path: join(widgetDirectory, pathname), headers })
  }
  if (pathname.startsWith('/icons/')) {
    const path = new URL(`../../worker/providers${pathname}`, import.meta.url).pathname
    return existsSync(path)
      ? route.fulfill({ path, contentType: 'image/svg+xml' })
      : route.fulfill({ status: 404 })
  }
  const reply = (status: number, json: unknown): Promise<void> =>
    route.fulfill({ status, json, headers })
  if (method === 'PUT' && view.put) return reply(view.put.status, view.put.body)
  if (pathname.endsWith('/accounts')) {
    return reply(200, { data: view.members ?? [], list_metadata: { before: null, after: null } })
  }
  // Never an answer: it goes on loading.
  if (view.list === null) return undefined
  const { status, body } = pathname.endsWith('/organization') ? view.list.shared : view.list.own
  return reply(status, body)
}

const pageIn = (language: ViewLanguage): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>A page for administrators</title>
    <style>
      body { margin: 0; padding: 24px 16px; font-family: system-ui, sans-serif }
    </style>
    <script src="${API_ORIGIN}/pipes-admin.js" defer></script>
  </head>
  <body><pipes-admin session-url="/session" api-url="${API_ORIGIN}"></pipes-admin></body>
</html>`
