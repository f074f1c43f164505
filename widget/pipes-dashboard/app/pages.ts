/** The pages, each a script of its own that is loaded when somebody goes there. */
import type { Page } from './page.ts'
import type { Route } from './routes.ts'

type PageEntry = {
  readonly title: string
  readonly tag: string
  readonly load: () => Promise<unknown>
}

const PAGES: Readonly<Record<Exclude<Route['page'], 'unknown'>, PageEntry>> = {
  overview: {
    title: 'Overview',
    tag: 'pd-overview',
    load: () => import('../pages/overview-page.ts'),
  },
  providers: {
    title: 'Providers',
    tag: 'pd-providers',
    load: () => import('../pages/providers-page.ts'),
  },
  connections: {
    title: 'Connections',
    tag: 'pd-connections',
    load: () => import('../pages/connections-page.ts'),
  },
  organizations: {
    title: 'Organizations',
    tag: 'pd-organizations',
    load: () => import('../pages/organizations-page.ts'),
  },
  keys: { title: 'API keys', tag: 'pd-keys', load: () => import('../pages/keys-page.ts') },
  developers: {
    title: 'Developers',
    tag: 'pd-developers',
    load: () => import('../pages/developers-page.ts'),
  },
  settings: {
    title: 'Settings',
    tag: 'pd-settings',
    load: () => import('../pages/settings-page.ts'),
  },
  people: { title: 'People', tag: 'pd-people', load: () => import('../pages/people-page.ts') },
  audit: { title: 'Audit', tag: 'pd-audit', load: () => import('../pages/audit-page.ts') },
  account: { title: 'Account', tag: 'pd-account', load: () => import('../pages/account-page.ts') },
}

/** Pages of one thing. */
const ITEM_PAGES: Readonly<Partial<Record<Route['page'], PageEntry>>> = {
  providers: {
    title: 'Provider',
    tag: 'pd-provider',
    load: () => import('../pages/provider-page.ts'),
  },
  connections: {
    title: 'Connection',
    tag: 'pd-connection',
    load: () => import('../pages/connection-page.ts'),
  },
}

export const pageOf = ({ page, item }: Route): PageEntry | null => {
  if (page === 'unknown') return null
  return (item === null ? undefined : ITEM_PAGES[page]) ?? PAGES[page]
}

/** @returns the page's element, its script loaded; not yet connected */
export const createPage = async (entry: PageEntry): Promise<Page> => {
  await entry.load()
  return document.createElement(entry.tag) as Page
}
