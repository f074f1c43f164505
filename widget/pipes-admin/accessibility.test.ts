import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { LANGUAGES, type Language } from '../i18n/languages.ts'
import { adminInLanguage } from '../test/admin-in-language.ts'
import { adminViews, type AdminViewFixture } from '../test/admin-views.ts'
import { prepareView } from '../test/fake-admin-api.ts'
import { mountAdmin, type MountedAdmin } from '../test/mount-admin.ts'

/** The element in a state, as far as its user has come. */
const reach = async (
  view: AdminViewFixture,
  theme: 'light' | 'dark',
  lang: Language,
): Promise<MountedAdmin> => {
  const say = (english: string): string => adminInLanguage(english, lang)
  const mounted = mountAdmin(({ admin, api }) => {
    document.documentElement.lang = lang
    document.body.style.background = theme === 'dark' ? '#000' : '#fff'
    admin.theme = theme
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
  // A colour that is still fading in has no contrast yet.
  for (const running of mounted.admin.shadowRoot?.getAnimations() ?? []) running.cancel()
  return mounted
}

const faults = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document.body)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

test.each(adminViews)('the state "$name" has no fault that axe can find', async (view) => {
  await reach(view, 'light', 'en')
  expect(await faults()).toEqual([])
})

const viewsOf = (...names: readonly string[]): readonly AdminViewFixture[] =>
  adminViews.filter(({ name }) => names.includes(name))

/** Each colour that there is, once. */
test.each(viewsOf('list', 'set-up-incomplete', 'settings-refused', 'people', 'switch-off'))(
  'in the dark the state "$name" has no fault that axe can find',
  async (view) => {
    await reach(view, 'dark', 'en')
    expect(await faults()).toEqual([])
  },
)

test.each(viewsOf('list', 'set-up', 'people'))(
  'in Arabic the state "$name" has no fault that axe can find',
  async (view) => {
    await reach(view, 'light', 'ar')
    expect(await faults()).toEqual([])
  },
)

test.each(LANGUAGES)('at 280 px nothing is cut off in %s', async (lang) => {
  await page.viewport(280, 640)
  for (const view of viewsOf('list', 'set-up', 'people')) {
    const { admin } = await reach(view, 'light', lang)
    await expect
      .poll(() => admin.shadowRoot?.querySelector('[lang]')?.getAttribute('lang'))
      .toBe(lang)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(280)
    const parts = [...(admin.shadowRoot?.querySelectorAll('button, dialog, label, legend') ?? [])]
    const cut = parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    expect(cut.map((part) => `${view.name}: ${part.textContent}`)).toEqual([])
  }
})
