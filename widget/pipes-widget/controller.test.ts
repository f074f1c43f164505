import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { describe, expect, test } from 'vitest'
import { createFakeApi } from '../test/fake-api.ts'
import { createFakeSurroundings } from '../test/fake-surroundings.ts'
import { API_ORIGIN } from '../test/fixtures.ts'
import { PipesController } from './controller.ts'
import type { Row } from './row.ts'

/** All that the controller needs of an element: it is in a document, is drawn anew, and hears events. */
const createHost = () => {
  const element = document.createElement('div')
  document.body.append(element)
  return Object.assign(element, {
    updates: 0,
    renderRoot: element.attachShadow({ mode: 'open' }),
    requestUpdate: (): void => {},
    addController: (_controller: ReactiveController): void => {},
    removeController: (): void => {},
    updateComplete: Promise.resolve(true),
  } satisfies Partial<ReactiveControllerHost> & { updates: number; renderRoot: ShadowRoot })
}

const started = async () => {
  const api = createFakeApi()
  const browser = createFakeSurroundings(api.fetch)
  const host = createHost()
  const controller = new PipesController(host, browser, (name) => `Opening ${name}`)
  controller.hostConnected()
  controller.useTarget({
    apiUrl: API_ORIGIN,
    source: { kind: 'fixed', token: 'token-1' },
  })
  await expect.poll(() => controller.state.kind).toBe('ready')
  const row = (slug: string): Row | undefined =>
    controller.state.kind === 'ready'
      ? controller.state.rows.find(({ integration }) => integration.slug === slug)
      : undefined
  return { api, browser, host, controller, row }
}

describe('the controller', () => {
  test('opens one window however often the button is pressed', async () => {
    const { browser, controller } = await started()
    void controller.begin('slack')
    void controller.begin('slack')
    expect(browser.popups).toHaveLength(1)
  })

  test('opens none for a provider that is not in the list', async () => {
    const { browser, controller } = await started()
    await controller.begin('nowhere')
    expect(browser.popups).toEqual([])
  })

  test('begins each attempt with a verifier of its own', async () => {
    const { api, controller, row } = await started()
    void controller.begin('slack')
    void controller.begin('notion')
    await expect.poll(() => row('notion')?.activity).toBe('waiting')
    await expect.poll(() => row('slack')?.activity).toBe('waiting')
    const challenges = [...api.attempts.values()].map(({ challenge }) => challenge)
    expect(new Set(challenges).size).toBe(2)
  })

  test('lets the newest of two loads win', async () => {
    const { api, controller, row } = await started()
    const older = controller.load()
    api.rows = api.rows.map((each) => ({ ...each, name: `New ${each.name}` }))
    await Promise.all([controller.load(), older])
    expect(row('slack')?.integration.name).toBe('New Slack')
  })

  test('reads the list again after an attempt, whatever became of it', async () => {
    const { api, controller, row } = await started()
    const before = api.asked('/mine$').length
    api.attempt = { status: 'failed', error: { code: 'access_denied', message: 'm' } }
    await controller.begin('slack')
    expect(row('slack')?.problem?.code).toBe('access_denied')
    expect(api.asked('/mine$')).toHaveLength(before + 1)
  })

  test('completes an attempt although the answer to completing was lost', async () => {
    const { api, controller, row } = await started()
    api.attempt = { status: 'pending', error: null }
    api.next.set('complete', 'network-error')
    await controller.begin('slack')
    expect(row('slack')?.integration.account?.label).toBe('octocat')
    expect(api.asked('/complete$')).toHaveLength(2)
  })

  test('says nothing of an attempt that ends after the element has gone', async () => {
    const { api, host, controller } = await started()
    const heard: Event[] = []
    host.addEventListener('pipes-error', (event) => heard.push(event))
    const connecting = controller.begin('slack')
    host.remove()
    controller.hostDisconnected()
    api.settle('failed', { code: 'access_denied', message: 'm' })
    await connecting
    expect(heard).toEqual([])
  })

  test('keeps an old list on the screen when reading it again fails', async () => {
    const { api, controller } = await started()
    api.mine = { status: 500, body: {} }
    await controller.load()
    expect(controller.state.kind).toBe('ready')
  })
})
