/** The pages that a person sees on our own origin while they connect, and the demo around the widget. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright'
import { startOwnFlow } from '../support/attacker.ts'
import { allow, chooseAccount, deny, signIn } from '../support/consent.ts'
import { startHostPage, type HostPage } from '../support/host-page.ts'
import { connectByHttp } from '../support/http-browser.ts'
import { button, keepWindowsOpen, pressForWindow, row } from '../support/widget-page.ts'
import { ACME_ID, type World } from '../support/world.ts'

export type OurPage = {
  readonly name: string
  /** Too long for one picture: what is seen first will do. */
  readonly isLong?: true
  readonly draw: (context: BrowserContext) => Promise<void>
}

export function ourPages(world: World): readonly OurPage[] {
  const { oidc, pipes, stack } = world
  const heading = (page: Page, name: string): Promise<void> =>
    page.getByRole('heading', { name, exact: true }).waitFor()

  return [
    {
      name: 'page-interstitial',
      draw: withHost(world, async (context, host) => {
        const flow = await startOwnFlow({ pipes, host }, newUser(), 'github', 'popup')
        // Its script would leave at once: what is seen is the page as it was sent.
        const html = await (await fetch(flow.url)).text()
        await context.route('**/still', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: html.replace(/<script>[\s\S]*<\/script>/, ''),
          }),
        )
        const page = await context.newPage()
        await page.goto(`${stack.url}/still`)
        await heading(page, 'Taking you to GitHub')
      }),
    },
    {
      name: 'page-not-opened-by-the-app',
      draw: withHost(world, async (context, host) => {
        const flow = await startOwnFlow({ pipes, host }, newUser(), 'github', 'popup')
        const page = await context.newPage()
        await page.goto(flow.url)
        await heading(page, 'Not connected')
      }),
    },
    {
      name: 'page-confirm',
      draw: async (context) => {
        const page = await context.newPage()
        await page.goto(await pipes.authorize('github', 'ada@example.com'))
        await button(page, 'Continue to GitHub').waitFor()
      },
    },
    {
      name: 'page-connected',
      draw: async (context) => {
        await keepWindowsOpen(context)
        const page = await context.newPage()
        await page.goto(await pipes.authorize('github', newUser()))
        await button(page, 'Continue to GitHub').click()
        await chooseAccount(page, 'octocat')
        await heading(page, 'Connected')
      },
    },
    {
      name: 'page-finishing',
      draw: withHost(world, async (context, host) => {
        await context.route('**/attempts/*/complete', (route) => route.abort())
        const page = await context.newPage()
        await page.goto(host.urlFor(newUser()))
        const window = await pressForWindow(page, 'Connect GitHub')
        await window.setViewportSize(page.viewportSize() ?? { width: 360, height: 720 })
        await chooseAccount(window, 'octocat')
        await heading(window, 'Finishing…')
        await page.close()
      }),
    },
    {
      name: 'page-denied',
      draw: async (context) => {
        const page = await context.newPage()
        await page.goto(await pipes.authorize(ACME_ID.slug, newUser()))
        await button(page, `Continue to ${ACME_ID.name}`).click()
        await signIn(page, 'ada')
        await deny(page)
        await heading(page, 'Access was not granted')
      },
    },
    {
      name: 'page-other-browser',
      draw: async (context) => {
        const page = await context.newPage()
        await page.goto(await pipes.authorize(ACME_ID.slug, newUser()))
        await button(page, `Continue to ${ACME_ID.name}`).click()
        await signIn(page, 'ada')
        await context.clearCookies({ domain: 'localhost' })
        await allow(page)
        await heading(page, 'Not connected')
      },
    },
    {
      name: 'page-link-spent',
      draw: async (context) => {
        const page = await context.newPage()
        await page.goto(`${stack.url}/data-integrations/spent/authorize-redirect`)
        await heading(page, 'This link has been used')
      },
    },
    ...ACCENTS.map(([name, accentColor]) => ({
      name: `page-brand-${name}`,
      draw: branded(world, accentColor, async (context) => {
        const page = await context.newPage()
        await page.goto(await pipes.authorize('github', 'ada@example.com'))
        await button(page, 'Continue to GitHub').waitFor()
      }),
    })),
    {
      name: 'page-brand-spent',
      draw: branded(world, ACCENTS[0][1], async (context) => {
        const page = await context.newPage()
        const url = await pipes.authorize('github', newUser(), undefined, stack.appUrl)
        await page.goto(url)
        await button(page, 'Continue to GitHub').click()
        await page.getByRole('button').filter({ hasText: 'octocat' }).waitFor()
        await page.goto(url)
        await page.getByRole('link', { name: 'Back to the app' }).waitFor()
      }),
    },
    {
      name: 'page-home',
      draw: async (context) => {
        const page = await context.newPage()
        await page.goto(stack.url)
        await heading(page, 'Pipes is running')
      },
    },
    ...DOCS.map(([name, path]): OurPage => ({
      name,
      isLong: true,
      draw: async (context) => {
        const page = await context.newPage()
        await page.goto(stack.url + path)
        await page.getByRole('heading').first().waitFor()
      },
    })),
    {
      name: 'demo',
      draw: async (context) => {
        await connectByHttp(pipes, 'github', stack.userId, { account: 'octocat' })
        await connectByHttp(pipes, 'google', stack.userId, { account: 'ada@example.com' })
        oidc.issueFor(3600)
        const page = await context.newPage()
        await page.goto(stack.appUrl)
        await row(page, 'GitHub').getByText('octocat').waitFor()
        await page.getByText('octocat/hello-world').waitFor()
      },
    },
  ]
}

const DOCS = [
  ['docs', '/docs'],
  ['docs-call', '/docs#getAccessToken'],
  ['docs-widget', '/docs/widget'],
  ['docs-errors', '/docs/errors'],
  ['docs-error', '/docs/errors/integration_not_found'],
] as const

const newUser = (): string => `user_${randomUUID()}`

/** One that is easy, one too light for the light page, one too dark for the dark page. */
const ACCENTS = [
  ['plum', '#8e4ec6'],
  ['lemon', '#fff7a8'],
  ['night', '#14213d'],
] as const

const branded =
  (world: World, accentColor: string, draw: (context: BrowserContext) => Promise<void>) =>
  async (context: BrowserContext): Promise<void> => {
    const database = await world.stack.mf.getD1Database('DB')
    const set = (settings: object): Promise<unknown> =>
      database.prepare('UPDATE environments SET settings = ?').bind(JSON.stringify(settings)).run()
    await set({ branding: { name: 'Zebra CRM', accentColor } })
    await draw(context)
    await set({})
  }

const withHost =
  (world: World, draw: (context: BrowserContext, host: HostPage) => Promise<void>) =>
  async (context: BrowserContext): Promise<void> => {
    const host = await startHostPage(world.pipes)
    await draw(context, host)
    await host.close()
  }
