/** A million connections in a list: what is drawn of it, what is asked for, and where the keyboard is. */
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { environmentApi } from '../api/operator-api.ts'
import { createSend } from '../api/request.ts'
import type { Page } from '../app/page.ts'
import './connections-page.ts'

const EVERY = 1_000_000

/** As the list is paged: a cursor names the row that it is next to. */
function answerOf(query: URLSearchParams, length: number): object {
  const after = query.get('after')
  const before = query.get('before')
  const from = after === null ? 0 : Number(after) + 1
  const to = Math.min(from + Number(query.get('limit')), before === null ? length : Number(before))
  const data = Array.from({ length: to - from }, (_, place) => account(from + place))
  const places = { before: from === 0 ? null : `${from}`, after: to < length ? `${to - 1}` : null }
  return { object: 'list', data, list_metadata: places }
}

const account = (index: number): object => ({
  id: `data_installation_${index}`,
  provider_slug: 'github',
  user_id: `user_${index}`,
  organization_id: null,
  account_display_name: `Account ${index}`,
  state: 'connected',
  last_used_at: null,
  needs_user_at: null,
})

type Network = { length: number; isDown: boolean; readonly asked: URLSearchParams[] }

async function show(length: number): Promise<{ readonly shown: Page; readonly network: Network }> {
  history.replaceState(null, '', location.pathname)
  const network: Network = { length, isDown: false, asked: [] }
  const send = createSend({
    fetch: async (path) => {
      const query = new URL(new Request(path).url).searchParams
      network.asked.push(query)
      if (network.isDown) throw new TypeError('no network')
      return Response.json(answerOf(query, network.length))
    },
    signIn: async () => false,
  })
  const shown = document.createElement('pd-connections') as Page
  Object.assign(shown, {
    app: { environment: { id: 'e', name: 'Acme' }, here: environmentApi(send, 'e') },
  })
  document.body.append(shown)
  await vi.waitFor(() => expect(rowsOf(shown).length).toBeGreaterThan(0))
  return { shown, network }
}

const rowsOf = (shown: Page): readonly HTMLTableRowElement[] => [
  ...(shown.shadowRoot?.querySelectorAll<HTMLTableRowElement>('tr[data-index]') ?? []),
]
const numbersOf = (shown: Page): readonly number[] =>
  rowsOf(shown).map(({ dataset }) => Number(dataset['index']))
const link = (index: number) => page.getByRole('link', { name: `Account ${index}`, exact: true })
/** To the end of what is known, until so many rows are. */
async function scrollUntil(shown: Page, index: number): Promise<void> {
  await vi.waitFor(
    () => {
      scrollTo(0, document.documentElement.scrollHeight)
      expect(Math.max(...numbersOf(shown))).toBeGreaterThanOrEqual(index)
    },
    { timeout: 10_000, interval: 20 },
  )
}

afterEach(() => {
  document.querySelector('pd-connections')?.remove()
  scrollTo(0, 0)
})

test('of a million rows those in the window are there, whatever was read', async () => {
  const { shown, network } = await show(EVERY)
  await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '-1')
  expect(rowsOf(shown)[0]?.getAttribute('aria-rowindex')).toBe('2')
  expect(network.asked).toHaveLength(1)
  await scrollUntil(shown, 1300)
  expect(rowsOf(shown).length).toBeLessThan(80)
  // Each page once, one after the other.
  expect(new Set(network.asked.map((query) => query.get('after'))).size).toBe(network.asked.length)

  // What was let go at the beginning is read again, from between the same two rows.
  const before = network.asked.length
  scrollTo(0, 0)
  await expect.element(link(0)).toBeVisible()
  const again = network.asked.slice(before).find((query) => query.get('after') === null)
  expect(again?.get('before')).toBe('100')
})

test('the end is said, in numbers, too', async () => {
  const { shown } = await show(150)
  await scrollUntil(shown, 149)
  await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '151')
  await expect.element(page.getByRole('status')).toHaveTextContent('150 connections')
  expect(numbersOf(shown).at(-1)).toBe(149)
})

test('the row with the focus stays, and the keyboard goes on from there', async () => {
  const { shown } = await show(EVERY)
  const second = link(1)
  await expect.element(second).toBeVisible()
  ;(second.element() as HTMLElement).focus()
  await scrollUntil(shown, 1300)
  expect(shown.shadowRoot?.activeElement?.textContent).toBe('Account 1')
  for (let index = 2; index <= 40; index += 1) {
    await userEvent.keyboard('{Tab}')
    // The next one is drawn before the keyboard comes to it.
    await expect.poll(() => shown.shadowRoot?.activeElement?.textContent).toBe(`Account ${index}`)
  }
})

test('a page that does not come says so, and is asked for again', async () => {
  const { shown, network } = await show(EVERY)
  network.isDown = true
  await vi.waitFor(() => {
    scrollTo(0, document.documentElement.scrollHeight)
    expect(shown.shadowRoot?.querySelector('[role="alert"]')).not.toBeNull()
  })
  const asked = network.asked.length
  network.isDown = false
  shown.shadowRoot?.querySelector<HTMLElement>('[role="alert"] wa-button')?.click()
  await scrollUntil(shown, 100)
  expect(network.asked[asked]?.get('after')).toBe('99')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})
