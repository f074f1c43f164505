/** `npm run screenshots`: what people see of us, for looking at; nothing is compared. */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { commandLine } from '../../worker/tools/command-line.ts'
import { adminViews } from '../../widget/test/admin-views.ts'
import { views } from '../../widget/test/fixtures.ts'
import { formViews } from '../../widget/test/form-fixtures.ts'
import { moreViews } from '../../widget/test/more-fixtures.ts'
import { build, root, widgetDirectory } from '../stack/build.ts'
import { chromiumLaunch } from '../support/chromium-launch.ts'
import { startWorld } from '../support/world.ts'
import { showAdminView } from './admin-views.ts'
import { dashboardPages } from './dashboard-pages.ts'
import { hostViews } from './host-views.ts'
import { ourPages } from './our-pages.ts'
import { showView, type ViewLanguage } from './widget-views.ts'

const OUT = join(root, 'e2e/screenshots/out')
const WIDTHS = [360, 800] as const
/** Of what stands in pages of others, which may leave it no more than a sidebar. */
const ELEMENT_WIDTHS = [280, ...WIDTHS] as const
/** One from right to left, one of long words, one of other letters. */
const LANGUAGES: readonly ViewLanguage[] = ['ar', 'de', 'ja']
const SCRIPTS = [
  'pipes-widget.js',
  'pipes-widget-form.js',
  'pipes-widget-more.js',
  'pipes-admin.js',
  'pipes-admin-dialogs.js',
]
const SCHEMES = ['light', 'dark'] as const
type Look = { readonly fullPage: boolean; readonly widths: readonly number[] }
const OF_PAGE: Look = { fullPage: true, widths: WIDTHS }
const OF_ELEMENT: Look = { fullPage: true, widths: ELEMENT_WIDTHS }
const HELP = `npm run screenshots -- [NAME] [--help]

Draws the widgets in each state, our own pages, the dashboard and the demo, light and dark, 360 and 800 pixels wide, the
widgets also 280, into e2e/screenshots/out.

  NAME  only those whose name begins so: widget, admin, hosts, page-brand, docs, dashboard
`
const { positionals, refuse } = commandLine(HELP, {}, 1)
const wanted = positionals[0] ?? ''
let drawn = 0

await rm(OUT, { recursive: true, force: true })
await mkdir(OUT, { recursive: true })
await build((line) => console.log(line))
const browser = await chromium.launch(chromiumLaunch())
try {
  const scripts = new Map<string, string>()
  for (const name of SCRIPTS) {
    scripts.set(`/${name}`, await readFile(join(widgetDirectory, name), 'utf8'))
  }
  for (const view of [...views, ...formViews, ...moreViews]) {
    for (const language of ['en', ...LANGUAGES] as const) {
      const name = `widget-${view.name}${language === 'en' ? '' : `-${language}`}`
      if (!name.startsWith(wanted)) continue
      await inEachLook(
        browser,
        name,
        (context) => showView(context, view, scripts, language),
        OF_ELEMENT,
      )
    }
  }
  for (const view of adminViews) {
    for (const language of ['en', ...LANGUAGES] as const) {
      const name = `admin-${view.name}${language === 'en' ? '' : `-${language}`}`
      if (!name.startsWith(wanted)) continue
      await inEachLook(
        browser,
        name,
        (context) => showAdminView(context, view, scripts, language),
        OF_ELEMENT,
      )
    }
  }
  const world = await startWorld()
  try {
    for (const { name, draw, isLong } of [...ourPages(world), ...dashboardPages(world)]) {
      const how = { ...OF_PAGE, fullPage: isLong !== true }
      if (name.startsWith(wanted)) await inEachLook(browser, name, draw, how)
    }
    for (const { name, draw } of await hostViews(world)) {
      if (name.startsWith(wanted)) await inEachLook(browser, name, draw, OF_PAGE)
    }
  } finally {
    await world.close()
  }
} finally {
  await browser.close()
}
if (drawn === 0) refuse(`Nothing has a name that begins with ${wanted}.`)
console.log(`Pictures of ${drawn} views are in ${OUT}`)

async function inEachLook(
  owner: Browser,
  name: string,
  draw: (context: BrowserContext) => Promise<void>,
  { fullPage, widths }: Look,
): Promise<void> {
  for (const colorScheme of SCHEMES) {
    for (const width of widths) {
      const context = await owner.newContext({
        colorScheme,
        viewport: { width, height: width === 800 ? 640 : 720 },
        deviceScaleFactor: 2,
        reducedMotion: 'reduce',
      })
      await draw(context)
      const page = context.pages()[0]
      if (page !== undefined) await settle(page, fullPage)
      await page?.screenshot({
        path: join(OUT, `${name}-${width}-${colorScheme}.png`),
        fullPage,
        animations: 'disabled',
      })
      await context.close()
    }
  }
  drawn += 1
  console.log(name)
}

/** Waits for the pictures in sight; rows that the browser leaves undrawn below the window come into it. */
async function settle(page: Page, fullPage: boolean): Promise<void> {
  const size = page.viewportSize()
  const isCovered = (await page.locator('dialog[open]').count()) > 0
  if (fullPage && !isCovered && size !== null) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...size, height: Math.max(size.height, height) })
  }
  for (const image of await page.locator('img:visible').all()) {
    await image.evaluate((one: HTMLImageElement) => one.decode().catch(() => null))
  }
}
