import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { LANGUAGES, type Language } from '../i18n/languages.ts'
import { adminInLanguage } from '../test/admin-in-language.ts'
import { axeFaults } from '../test/axe-faults.ts'
import { adminViews, type AdminViewFixture } from '../test/admin-views.ts'
import { prepareView } from '../test/fake-admin-api.ts'
import { mountAdmin, type MountedAdmin } from '../test/mount-admin.ts'

/** The element in a state, as far as its user has come. */
const reach = async (view: AdminViewFixture, lang: Language): Promise<MountedAdmin> => {
  const say = (english: string): string => adminInLanguage(english, lang)
  const mounted = mountAdmin(({ api }) => {
    document.documentElement.lang = lang
    prepareView(api, view)
  })
  for (const name of view.press ?? []) {
    const named = { name: say(name), exact: true }
    await page.getByRole('button', named).or(page.getByRole('switch', named)).click()
  }
  for (const [label, text] of Object.entries(view.type ?? {})) {
    await page.getByLabelText(say(label), { exact: true }).fill(text)
  }
  for (const name of view.toggle ?? []) await page.getByRole('checkbox', { name }).click()
  if (view.submit) {
    const named = { name: say(view.submit), exact: true }
    await page.getByRole('dialog').getByRole('button', named).click()
  }
  await expect.element(page.getByText(say(view.shows), { exact: false }).last()).toBeInTheDocument()
  return mounted
}

describe.each(['en', 'ar'] as const)('in %s', (lang) => {
  test.each(adminViews)(
    'the state "$name" has no fault that axe can find, in light or in dark',
    async (view) => {
      const { admin } = await reach(view, lang)
      expect(await axeFaults(admin)).toEqual([])
    },
  )
})

const viewsOf = (...names: readonly string[]): readonly AdminViewFixture[] =>
  adminViews.filter(({ name }) => names.includes(name))

test.each(LANGUAGES)('at 280 px nothing is cut off in %s', async (lang) => {
  await page.viewport(280, 640)
  for (const view of viewsOf('list', 'set-up', 'people', 'accounts')) {
    const { admin } = await reach(view, lang)
    await expect
      .poll(() => admin.shadowRoot?.querySelector('[lang]')?.getAttribute('lang'))
      .toBe(lang)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(280)
    const parts = [...(admin.shadowRoot?.querySelectorAll('button, dialog, label, legend') ?? [])]
    const cut = parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    expect(cut.map((part) => `${view.name}: ${part.textContent}`)).toEqual([])
  }
})
