import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { views } from '../test/fixtures.ts'
import { mount } from '../test/mount.ts'

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(views)('the state "$name" has no fault that axe can find', async (view) => {
    const { widget } = mount(({ widget: early, api }) => {
      early.theme = theme
      api.mine = view.mine
      if (view.attempt) api.attempt = view.attempt
    })
    document.body.style.background = theme === 'dark' ? '#000' : '#fff'
    for (const name of view.press ?? []) {
      await page.getByRole('button', { name, exact: true }).click()
    }
    await expect.element(page.getByText(view.shows, { exact: false }).last()).toBeInTheDocument()
    // A colour that is still fading in has no contrast yet.
    for (const running of widget.shadowRoot?.getAnimations() ?? []) running.cancel()

    const { violations } = await axe.run(document.body)
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`)).toEqual([])
  })
})

test('at 320 px nothing is cut off', async () => {
  await page.viewport(320, 640)
  const { widget } = mount()
  await expect.element(page.getByRole('listitem').first()).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  for (const shown of widget.shadowRoot?.querySelectorAll('button') ?? []) {
    expect(shown.scrollWidth).toBeLessThanOrEqual(shown.clientWidth)
  }
})
