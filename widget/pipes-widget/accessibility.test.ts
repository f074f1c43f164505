import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { LANGUAGES } from '../i18n/languages.ts'
import { axeFaults } from '../test/axe-faults.ts'
import { views, type ViewFixture } from '../test/fixtures.ts'
import { formRows, formViews } from '../test/form-fixtures.ts'
import { inLanguage } from '../test/in-language.ts'
import { moreViews } from '../test/more-fixtures.ts'
import { languageFiles } from '../test/language-files.ts'
import { mount } from '../test/mount.ts'

const faultsOf = async (
  view: ViewFixture,
  lang: 'en' | 'ar' | 'de',
): Promise<readonly string[]> => {
  const say = (english: string): string =>
    lang === 'en' ? english : inLanguage(english, languageFiles[lang])
  const { widget } = mount(({ api }) => {
    document.documentElement.lang = lang
    api.mine = view.mine
    if (view.attempt) api.attempt = view.attempt
    api.put = view.put
  })
  for (const name of view.press ?? []) {
    await page.getByRole('button', { name: say(name), exact: true }).click()
  }
  for (const [label, text] of Object.entries(view.type ?? {})) {
    await page.getByLabelText(say(label), { exact: true }).fill(text)
  }
  if (view.submit) {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(view.submit), exact: true })
      .click()
  }
  await expect.element(page.getByText(say(view.shows), { exact: false }).last()).toBeInTheDocument()
  return axeFaults(widget)
}

describe.each(['en', 'ar', 'de'] as const)('in %s', (lang) => {
  test.each([...views, ...formViews, ...moreViews])(
    'the state "$name" has no fault that axe can find, in light or in dark',
    async (view) => {
      expect(await faultsOf(view, lang)).toEqual([])
    },
  )
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

test.each(LANGUAGES)('at 320 px nothing of a form is cut off in %s', async (lang) => {
  await page.viewport(320, 640)
  const say = (english: string): string =>
    lang === 'en' ? english : inLanguage(english, languageFiles[lang])
  const { widget } = mount(({ api }) => {
    document.documentElement.lang = lang
    api.rows = [...formRows]
  })
  for (const name of ['Stripe', 'Snowflake', 'Intercom']) {
    await page.getByRole('button', { name: say(`Connect ${name}`), exact: true }).click()
    const shown = page.getByRole('dialog')
    await expect.element(shown.getByRole('heading')).toHaveTextContent(say(`Connect ${name}`))
    const parts = widget.shadowRoot?.querySelectorAll('dialog, dialog button, dialog label') ?? []
    const cut = [...parts].filter((part) => part.scrollWidth > part.clientWidth)
    expect(cut.map((part) => part.textContent)).toEqual([])
    await shown.getByRole('button', { name: say('Cancel'), exact: true }).click()
  }
})
