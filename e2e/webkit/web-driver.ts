/**
 * WebKit by W3C WebDriver, as WebKitGTK ships it: Playwright drives its own build only, which is not to be had everywhere.
 * What is needed of the protocol, and no more: https://www.w3.org/TR/webdriver2/
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { freePort } from '../stack/ports.ts'
import { untilAnswering } from '../peers/until-answering.ts'

const DRIVER = '/usr/bin/WebKitWebDriver'
const DISPLAY_SERVER = '/usr/bin/Xvfb'

/** Name and version, and what ends it. */
export type WebKit = WebDriver & {
  readonly version: string
  readonly close: () => Promise<void>
}

export type WebDriver = {
  readonly go: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  /** Of all windows, in no order. */
  readonly windows: () => Promise<readonly string[]>
  readonly window: () => Promise<string>
  readonly closeWindow: () => Promise<void>
  readonly switchTo: (window: string) => Promise<void>
  /** @param script the body of a function */
  readonly run: (script: string, ...values: readonly unknown[]) => Promise<unknown>
  /** Presses what a script returns, as a person does: it may open a window. */
  readonly press: (script: string, ...values: readonly unknown[]) => Promise<void>
}

/** @returns null where it is not installed */
export async function startWebKit(): Promise<WebKit | null> {
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.?/MiniBrowser')
  if (binary === undefined || !existsSync(DRIVER) || !existsSync(DISPLAY_SERVER)) return null
  const screen = spawn(DISPLAY_SERVER, ['-displayfd', '3', '-screen', '0', '1280x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [display] = (await once(screen.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer]
  const port = await freePort(0, new Set())
  const driver = spawn(DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display.toString().trim()}`,
      // No graphics card is there, and no bus.
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  })
  const address = `http://127.0.0.1:${port}`
  await untilAnswering(`${address}/status`)
  const { sessionId, capabilities } = (await call('POST', `${address}/session`, {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    },
  })) as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } }
  const session = `${address}/session/${sessionId}`
  return {
    ...webDriver(session),
    version: `WebKitGTK ${capabilities.browserVersion}`,
    close: async () => {
      await call('DELETE', session)
      await ended(driver)
      await ended(screen)
    },
  }
}

function webDriver(session: string): WebDriver {
  const run = (script: string, values: readonly unknown[]): Promise<unknown> =>
    call('POST', `${session}/execute/sync`, { script, args: values })
  return {
    go: async (url) => void (await call('POST', `${session}/url`, { url })),
    reload: async () => void (await call('POST', `${session}/refresh`, {})),
    windows: async () => (await call('GET', `${session}/window/handles`)) as readonly string[],
    window: async () => (await call('GET', `${session}/window`)) as string,
    closeWindow: async () => void (await call('DELETE', `${session}/window`)),
    switchTo: async (handle) => void (await call('POST', `${session}/window`, { handle })),
    run: (script, ...values) => run(script, values),
    press: async (script, ...values) => {
      const element = await run(script, values)
      const [id] = Object.values((element ?? {}) as Readonly<Record<string, string>>)
      if (id === undefined) throw new Error(`There is nothing to press: ${values.join(', ')}`)
      await call('POST', `${session}/element/${id}/click`, {})
    },
  }
}

async function call(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const { value } = (await response.json()) as { readonly value: unknown }
  if (response.ok) return value
  const { error, message } = value as { readonly error: string; readonly message: string }
  throw new Error(`${error}: ${message}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
}
