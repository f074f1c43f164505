/** The widget in the pages of `e2e/hosts`, one account connected: what it looks like where others decide about the page. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright'
import { bundleHosts } from '../hosts/bundle.ts'
import { hostPages } from '../hosts/pages.ts'
import { startHostPage } from '../support/host-page.ts'
import { connectByHttp } from '../support/http-browser.ts'
import type { World } from '../support/world.ts'

type HostView = {
  readonly name: string
  readonly draw: (context: BrowserContext) => Promise<void>
}

const PLACES = ['classic', 'react', 'vue', 'svelte', 'shadow', 'rtl', 'dialog', 'iframe', 'hostile']

/** Of the classic page. */
const LOOKS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['280', (page) => page.setViewportSize({ width: 280, height: 900 })],
  [
    'zoomed',
    (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
  ],
  ['forced-colours', (page) => page.emulateMedia({ forcedColors: 'active' })],
]

export async function hostViews(world: World): Promise<readonly HostView[]> {
  const pages = hostPages(await bundleHosts('screenshots'))
  const view =
    (path: string, change: (page: Page) => Promise<unknown> = () => Promise.resolve()) =>
    async (context: BrowserContext): Promise<void> => {
      const host = await startHostPage(world.pipes, pages)
      const user = `user_${randomUUID()}`
      await connectByHttp(world.pipes, 'github', user, { account: 'octocat' })
      const page = await context.newPage()
      await page.goto(`${host.origin}/${path}?user=${user}`)
      const drawn =
        path === 'iframe' ? page.frameLocator('iframe').getByRole('list') : page.getByRole('list')
      await drawn.getByText('octocat').waitFor()
      await page.waitForLoadState('networkidle')
      await change(page)
      await host.close()
    }
  return [
    ...PLACES.map((path) => ({ name: `hosts-${path}`, draw: view(path) })),
    ...LOOKS.map(([name, change]) => ({ name: `hosts-${name}`, draw: view('classic', change) })),
  ]
}
