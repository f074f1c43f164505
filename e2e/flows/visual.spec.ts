/**
 * A handful of states, compared with pictures that are committed (`flows/pictures`). Letters look different on every
 * machine, so in place of them are bars: as long, as high and as coloured as the text (decision 069). After a change that
 * is wanted: `npx playwright test -c e2e/playwright.config.ts visual -u`, and look at what has changed.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { root, widgetDirectory } from '../stack/build.ts'
import { chromiumLaunch } from '../support/chromium-launch.ts'

const PAGE = 'https://pictures.example'
/** Any font that lies in a package will do: it only has to be the same everywhere. */
const FONT = join(root, 'node_modules/emulate/dist/fonts/geist-sans.woff2')

/** Else the machine's own settings would round how wide a letter is. */
const { args, ...launch } = chromiumLaunch()
test.use({ launchOptions: { ...launch, args: [...args, '--font-render-hinting=none'] } })
test.describe.configure({ mode: 'default' })

type Picture = {
  readonly name: string
  readonly query: string
  readonly scheme?: 'dark'
  readonly width?: number
}

const PICTURES: readonly Picture[] = [
  { name: 'list', query: 'view=list' },
  { name: 'list-dark', query: 'view=list', scheme: 'dark' },
  { name: 'list-right-to-left', query: 'view=list&attr-dir=rtl', width: 360 },
  { name: 'list-narrow', query: 'view=list', width: 280 },
  { name: 'waiting-dark', query: 'view=waiting', scheme: 'dark', width: 360 },
  { name: 'denied', query: 'view=denied' },
  { name: 'form', query: 'view=form-client-wrong', width: 360 },
]

for (const { name, query, scheme = 'light', width = 720 } of PICTURES) {
  test(`${name} looks as it did`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 640 })
    await page.route(`${PAGE}/**`, (route) => {
      const { pathname } = new URL(route.request().url())
      const file = pathname === '/playground' ? '/playground/index.html' : pathname
      return route.fulfill({ path: join(widgetDirectory, file) })
    })
    await page.goto(`${PAGE}/playground?bare&--pipes-font=Bars&${query}`)
    await expect(page.locator('html')).toHaveAttribute('data-reached')
    await drawBars(page)
    await expect(page).toHaveScreenshot(`${name}.png`, {
      animations: 'disabled',
      caret: 'hide',
      fullPage: true,
      threshold: 0.02,
      maxDiffPixels: 60,
    })
  })
}

async function drawBars(page: Page): Promise<void> {
  const font = (await readFile(FONT)).toString('base64')
  await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const face = await new FontFace('Bars', bytes, { weight: '100 900' }).load()
    document.fonts.add(face)
    const tree = document.querySelector('pipes-widget')?.shadowRoot
    if (!tree) throw new Error('There is no widget.')
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * {
        -webkit-text-fill-color: transparent !important;
        text-decoration: line-through 0.6em var(--bar) !important;
        text-decoration-skip-ink: none !important;
      }
      *::before, *::placeholder { color: transparent !important }
    `)
    tree.adoptedStyleSheets.push(sheet)
    await Promise.all(Array.from(tree.querySelectorAll('img'), (icon) => icon.decode()))
    for (const element of tree.querySelectorAll<HTMLElement>('*')) {
      element.style.setProperty('--bar', getComputedStyle(element).color)
    }
  }, font)
}
