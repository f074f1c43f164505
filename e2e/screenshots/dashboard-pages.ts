/** The dashboard's pages, with what one connection makes of them. */
import type { BrowserContext, Page } from 'playwright'
import { connectByHttp } from '../support/http-browser.ts'
import { enter, type Office } from '../support/office.ts'
import { makePasskeys } from '../support/passkeys.ts'
import type { World } from '../support/world.ts'
import type { OurPage } from './our-pages.ts'

type View = {
  readonly name: string
  /** The link in the navigation that leads there. */
  readonly way?: string
  /** Then, on the page. */
  readonly act?: (page: Page) => Promise<unknown>
}

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click()
const open = (name: string | RegExp) => (page: Page) =>
  page.getByRole('main').getByRole('link', { name }).first().click()

const VIEWS: readonly View[] = [
  { name: 'overview' },
  { name: 'providers', way: 'Providers' },
  { name: 'provider', way: 'Providers', act: open(/GitHub/) },
  { name: 'catalogue', way: 'Providers', act: press('Connect provider') },
  {
    name: 'set-up',
    way: 'Providers',
    act: async (page) => {
      await press('Connect provider')(page)
      await page.getByLabel('Search providers').fill('notion')
      await page.getByRole('button', { name: /^Notion/ }).click()
      await page.getByLabel('Client ID').waitFor()
    },
  },
  {
    name: 'own-provider',
    way: 'Providers',
    act: async (page) => {
      await press('Connect provider')(page)
      await page.getByRole('button', { name: /^Another provider/ }).click()
    },
  },
  {
    name: 'own-provider-advanced',
    way: 'Providers',
    act: async (page) => {
      await press('Connect provider')(page)
      await page.getByRole('button', { name: /^Another provider/ }).click()
      await page.getByText('Advanced', { exact: true }).click()
      await page.getByLabel('Start from the catalogue').fill('slack')
      await press('Fill in')(page)
      await page.getByText('Filled in as Slack has it.').waitFor()
    },
  },
  { name: 'connections', way: 'Connections' },
  { name: 'connection', way: 'Connections', act: open('octocat') },
  { name: 'organizations', way: 'Organizations' },
  { name: 'keys', way: 'API keys' },
  { name: 'new-key', way: 'API keys', act: press('Create key') },
  {
    name: 'developers',
    way: 'Developers',
    act: async (page) => {
      await press('Show the widget')(page)
      await page.getByRole('button', { name: 'Connect GitHub' }).waitFor()
    },
  },
  { name: 'settings', way: 'Settings' },
  { name: 'rotation', way: 'API keys', act: press('Rotate the key') },
  {
    name: 'add-issuer',
    way: 'Settings',
    act: async (page) => {
      await press('Add issuer')(page)
      await page.getByLabel('Issuer', { exact: true }).waitFor()
    },
  },
  { name: 'people', way: 'People' },
  { name: 'audit', way: 'Audit' },
  {
    name: 'account',
    act: async (page) => {
      await page.goto(new URL('/dashboard/account', page.url()).href)
      await page.getByRole('heading', { name: 'Passkeys' }).waitFor()
    },
  },
]

export function dashboardPages(world: World): readonly OurPage[] {
  const { stack } = world
  const office: Pick<Office, 'stack' | 'passkeys'> = { stack, passkeys: makePasskeys(stack.url) }
  const connected = connectByHttp(world.pipes, 'github', 'user_ada', { account: 'octocat' })
  return VIEWS.map(({ name, way, act }) => ({
    name: `dashboard-${name}`,
    draw: async (context: BrowserContext) => {
      await connected
      const page = await context.newPage()
      await enter(page, office)
      if (way !== undefined) {
        await page.getByRole('navigation').getByRole('link', { name: way, exact: true }).click()
        await page.getByRole('heading', { name: way, exact: true, level: 1 }).waitFor()
      }
      await page.locator('.card[aria-busy]').waitFor({ state: 'detached' })
      await act?.(page)
      await page.waitForLoadState('networkidle')
    },
  }))
}
