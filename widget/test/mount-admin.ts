/** Puts `<pipes-admin>` with a fake API and a fake browser into the document. */
import { page } from 'vitest/browser'
import '../pipes-admin/pipes-admin.define.ts'
import type { AdminSurroundings } from '../pipes-admin/admin-surroundings.ts'
import { PipesAdmin } from '../pipes-admin/pipes-admin.ts'
import { createFakeAdminApi, type FakeAdminApi } from './fake-admin-api.ts'
import { createFakeSurroundings, type FakeSurroundings } from './fake-surroundings.ts'
import { API_ORIGIN } from './fixtures.ts'

export type MountedAdmin = {
  readonly admin: PipesAdmin
  readonly api: FakeAdminApi
  readonly browser: FakeSurroundings & {
    dialogsScript: 'there' | 'missing'
    readonly copied: string[]
  }
  /** Every event, as the page hears them. */
  readonly events: Event[]
}

const EVENTS = [
  'pipes-configured',
  'pipes-connected',
  'pipes-disconnected',
  'pipes-error',
  'pipes-session-expired',
]

/** @param prepare called before the element is in the document */
export const mountAdmin = (prepare: (mounted: MountedAdmin) => void = () => {}): MountedAdmin => {
  document.body.replaceChildren()
  document.documentElement.lang = 'en'
  const api = createFakeAdminApi()
  const browser: MountedAdmin['browser'] & AdminSurroundings = Object.assign(
    createFakeSurroundings(api.fetch),
    {
      dialogsScript: 'there' as const,
      copied: [] as string[],
      copy: async (text: string) => browser.copied.push(text) > 0,
      importDialogs: () =>
        browser.dialogsScript === 'missing'
          ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
          : import('../pipes-admin/dialogs/dialogs.module.ts'),
    },
  )
  const admin = new PipesAdmin(browser)
  admin.apiUrl = API_ORIGIN
  admin.sessionUrl = '/session'
  const main = document.createElement('main')
  main.append(admin)
  const events: Event[] = []
  for (const name of EVENTS) main.addEventListener(name, (event) => events.push(event))
  const mounted = { admin, api, browser, events }
  prepare(mounted)
  document.body.append(main)
  return mounted
}

export const button = (name: string) => page.getByRole('button', { name, exact: true })
export const toggle = (name: string) => page.getByRole('switch', { name, exact: true })
export const dialog = () => page.getByRole('dialog')
export const field = (label: string) => page.getByLabelText(label, { exact: true })
export const press = (name: string) => dialog().getByRole('button', { name, exact: true })

/** What is read in a provider's row, from its beginning. */
export const rowText = (admin: PipesAdmin, slug: string): string =>
  (admin.shadowRoot?.querySelector(`[data-slug="${slug}"]`)?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
