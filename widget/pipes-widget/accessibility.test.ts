import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { LANGUAGES } from '../i18n/languages.ts'
import { views, type ViewFixture } from '../test/fixtures.ts'
import { inLanguage } from '../test/in-language.ts'
import { languageFiles } from '../test/language-files.ts'
import { mount } from '../test/mount.ts'

const faultsOf = async (
  view: ViewFixture,
  theme: 'light' | 'dark',
  lang: 'en' | 'ar' | 'de',
): Promise<readonly string[]> => {
  const say = (english: string): string =>
    lang === 'en' ? english : inLanguage(english, languageFiles[lang])
  const { widget } = mount(({ widget: early, api }) => {
    document.documentElement.lang = lang
    early.theme = theme
    api.mine = view.mine
    if (view.attempt) api.attempt = view.attempt
  })
  document.body.style.background = theme === 'dark' ? '#000' : '#fff'
  for (const name of view.press ?? []) {
    await page.getByRole('button', { name: say(name), exact: true }).click()
  }
  await expect.element(page.getByText(say(view.shows), { exact: false }).last()).toBeInTheDocument()
  // A colour that is still fading in has no contrast yet.
  for (const running of widget.shadowRoot?.getAnimations() ?? []) running.cancel()

  const { violations } = await axe.run(document.body)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`)
}

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(views)('the state "$name" has no fault that axe can find', async (view) => {
    expect(await faultsOf(view, theme, 'en')).toEqual([])
  })
})

describe.each(['ar', 'de'] as const)('in %s', (lang) => {
  test.each(views)('the state "$name" has no fault that axe can find', async (view) => {
    expect(await faultsOf(view, 'light', lang)).toEqual([])
  })
})

test.each(LANGUAGES)('at 320 px nothing is cut off in %s', async (lang) => {
  await page.viewport(320, 640)
  const { widget } = mount(() => {
    document.documentElement.lang = lang
  })
  await expect
    .poll(() => widget.shadowRoot?.querySelector('[lang]')?.getAttribute('lang'))
    .toBe(lang)
  await expect.element(page.getByRole('listitem').first()).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  for (const shown of widget.shadowRoot?.querySelectorAll('button') ?? []) {
    expect(shown.scrollWidth).toBeLessThanOrEqual(shown.clientWidth)
  }
})
