/** What is done before the list is there, so that less is to be done after. */
import { expect, test, vi } from 'vitest'
import type { WireAnswer } from '../test/fixtures.ts'
import { mount } from '../test/mount.ts'

/** How many templates Lit has read so far. */
const countTemplates = (): (() => number) => {
  const create = vi.spyOn(document, 'createElement')
  return () => create.mock.calls.filter(([name]) => name === 'template').length
}

// The first of this file: what an earlier test has drawn is ready.
test('its templates are ready when the list comes', async () => {
  const templates = countTemplates()
  const { promise, resolve: answer } = Promise.withResolvers<WireAnswer>()
  const { widget, api } = mount((mounted) => {
    mounted.api.next.set('mine', promise)
  })
  // The shape of the list is the last to be drawn before it.
  await expect.poll(() => widget.shadowRoot?.querySelector('.skeleton')).toBeTruthy()
  const before = templates()
  expect(before).toBeGreaterThan(0)

  const [github, slack] = api.rows.map((row) => ({ ...row, iconUrl: null }))
  answer({ status: 200, body: { data: [github, slack] } })
  await expect.poll(() => widget.shadowRoot?.querySelectorAll('li').length).toBe(2)
  expect(templates()).toBe(before)
})

test('a list that comes at once is not announced by its shape; one that does not, is', async () => {
  const { widget } = mount(({ api }) => {
    api.mine = null
  })
  await widget.updateComplete
  const surface = widget.shadowRoot?.querySelector('.surface')
  expect(surface?.querySelector('.skeleton')).toBeNull()
  const height = surface?.clientHeight ?? 0
  expect(height).toBeGreaterThan(200)
  await expect.poll(() => surface?.querySelector('.skeleton')).toBeTruthy()
  expect(surface?.clientHeight).toBe(height)
})
