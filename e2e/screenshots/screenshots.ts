/**
 * `npm run screenshots`: the widget in each state, our own pages and the demo; light and dark, narrow
 * and wide. For looking at, so nothing is compared. Needs a build; PNGs go to screenshots/out.
 * `-- page-brand` draws those whose name begins so.
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright'
import { views } from '../../widget/test/fixtures.ts'
import { build, root, widgetDirectory } from '../stack/build.ts'
import { chromiumLaunch } from '../support/chromium-launch.ts'
import { startWorld } from '../support/world.ts'
import { ourPages } from './our-pages.ts'
import { showView } from './widget-views.ts'

const OUT = join(root, 'e2e/screenshots/out')
const WIDTHS = [360, 800] as const
const SCHEMES = ['light', 'dark'] as const
const wanted = process.argv[2] ?? ''

await rm(OUT, { recursive: true, force: true })
await mkdir(OUT, { recursive: true })
await build((line) => console.log(line))
const browser = await chromium.launch(chromiumLaunch())
try {
  const script = await readFile(join(widgetDirectory, 'pipes-widget.js'), 'utf8')
  for (const view of views) {
    if (!`widget-${view.name}`.startsWith(wanted)) continue
    await inEachLook(browser, `widget-${view.name}`, (context) => showView(context, view, script))
  }
  const world = await startWorld()
  try {
    for (const { name, draw, isLong } of ourPages(world)) {
      const how = { fullPage: isLong !== true }
      if (name.startsWith(wanted)) await inEachLook(browser, name, draw, how)
    }
  } finally {
    await world.close()
  }
} finally {
  await browser.close()
}
console.log(`Pictures are in ${OUT}`)

async function inEachLook(
  owner: Browser,
  name: string,
  draw: (context: BrowserContext) => Promise<void>,
  { fullPage } = { fullPage: true },
): Promise<void> {
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const context = await owner.newContext({
        colorScheme,
        viewport: { width, height: width === 360 ? 720 : 640 },
        deviceScaleFactor: 2,
        reducedMotion: 'reduce',
      })
      await draw(context)
      const page = context.pages()[0]
      await page?.screenshot({
        path: join(OUT, `${name}-${width}-${colorScheme}.png`),
        fullPage,
        animations: 'disabled',
      })
      await context.close()
    }
  }
  console.log(name)
}
