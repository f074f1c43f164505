import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { longList, oneAccount, shared } from '../test/more-fixtures.ts'
import { languageFiles } from '../test/language-files.ts'
import { mount } from '../test/mount.ts'

const search = () => page.getByRole('searchbox', { name: 'Search' })
const shown = (widget: HTMLElement): readonly (string | undefined)[] =>
  [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('li[data-slug]') ?? [])]
    .filter((row) => row.checkVisibility())
    .map((row) => row.dataset['slug'])

const mountLong = (length: number) => mount(({ api }) => void (api.rows = [...longList(length)]))

describe('a long list', () => {
  test('is searched; ten rows are not', async () => {
    const { api, widget } = mountLong(10)
    await expect.element(page.getByText('Service 8', { exact: true })).toBeVisible()
    await expect.element(search()).not.toBeInTheDocument()
    api.rows = [...longList(11)]
    await widget.refresh()
    await expect.element(search()).toBeVisible()
  })

  test.each([
    ['service 12', ['service-12']],
    ['12 number', ['service-12']],
    ['POKEDEX', ['pokedex']],
    ['pokédex', ['pokedex']],
    ['gcal', ['google-calendar']],
    ['google-cal', ['google-calendar']],
    ['  ', 24],
  ])('for "%s" shows %j', async (text, wanted) => {
    const { widget } = mountLong(24)
    await userEvent.fill(search(), text)
    if (typeof wanted === 'number') expect(shown(widget)).toHaveLength(wanted)
    else await expect.poll(() => shown(widget)).toEqual(wanted)
  })

  test('says how many it found, and what to do when it found none', async () => {
    const { widget } = mountLong(24)
    await userEvent.fill(search(), 'service 1')
    await expect.element(page.getByText('Found: 12.')).toBeInTheDocument()
    const category = page.getByRole('combobox', { name: 'Category' })
    await userEvent.selectOptions(category, 'Files and forms')
    await userEvent.fill(search(), '<nothing>')
    await expect.element(page.getByText('Nothing found for “<nothing>”')).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => shown(widget)).toHaveLength(24)
    await expect.element(search()).toHaveValue('')
    await expect.element(category).toHaveDisplayValue('All categories')
  })

  test('is narrowed to a category, and what is looked for stays', async () => {
    const { widget } = mountLong(24)
    await userEvent.selectOptions(
      page.getByRole('combobox', { name: 'Category' }),
      'Files and forms',
    )
    await userEvent.fill(search(), 'service 1')
    await expect.poll(() => shown(widget)).toEqual(['service-11', 'service-15', 'service-19'])
    await widget.refresh()
    expect(shown(widget)).toHaveLength(3)
  })

  test('has its categories in the language of the page, and some in the page’s own words', async () => {
    const { widget } = mountLong(24)
    document.documentElement.lang = 'de'
    widget.messages = { more: { categories: { communication: 'Reden' } } }
    const choice = page.getByRole('combobox', { name: 'Kategorie' })
    await expect.element(choice.getByRole('option', { name: 'Reden' })).toBeInTheDocument()
    const { categories } = languageFiles.de.more
    const option = choice.getByRole('option', { name: categories['files-forms'] ?? '' })
    await expect.element(option).toBeInTheDocument()
  })

  test('whose script cannot be had is shown as a whole', async () => {
    const { widget } = mount(({ api, browser }) => {
      api.rows = [...longList(24)]
      browser.moreScript = 'missing'
    })
    await expect.poll(() => shown(widget)).toHaveLength(24)
  })
})

describe('what the organization shares', () => {
  test('is a list of its own, to be seen and not to be changed', async () => {
    mount(({ api }) => {
      api.rows = [oneAccount]
      api.shared = shared
    })
    const list = page.getByRole('list', { name: 'Shared by Acme' })
    await expect.element(list).toBeVisible()
    await expect.element(list.getByText('Tickets of the whole team')).toBeVisible()
    await expect.element(list.getByText('Available')).toBeVisible()
    await expect.element(list.getByText('Needs an administrator')).toBeVisible()
    expect(list.getByRole('button').elements()).toEqual([])
    await expect.element(page.getByRole('heading', { name: 'Your connections' })).toBeVisible()
  })

  test('comes with the rows, in one request', async () => {
    const { api } = mount(({ api: early }) => void (early.shared = shared))
    await expect.element(page.getByText('Zendesk')).toBeVisible()
    expect(api.requests.filter(({ path }) => path.startsWith('/_widgets'))).toHaveLength(1)
  })
})
