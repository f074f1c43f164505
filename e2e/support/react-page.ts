/** Serves the React page on 127.0.0.1, bundled as a customer's build would bundle it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../stack/build.ts'

export type ReactPage = {
  /** The page with one of the published widgets, asking this Worker with this session. */
  readonly urlFor: (
    pipes: { readonly url: string },
    widget: 'Pipes' | 'PipesAdmin',
    token: string,
  ) => string
  readonly close: () => Promise<void>
}

export async function startReactPage(): Promise<ReactPage> {
  const script = await bundle()
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isScript ? script : PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    urlFor: ({ url: api }, widget, token) =>
      `${origin}/?${new URLSearchParams({ widget, api, token }).toString()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A React page with connections</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main></main>
    <script type="module" src="/page.js"></script>
  </body>
</html>`

/** @returns one module with React, the widgets and all that they bring */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root: join(root, 'e2e/react'),
    mode: 'production',
    // The widgets' modules say 'use client' to servers that render React; nobody here is one.
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(root, 'e2e/react/page.mjs'),
        output: { codeSplitting: false },
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const chunk = outputs.find((one) => one.type === 'chunk' && one.isEntry)
  if (chunk?.type !== 'chunk') throw new Error('the React page was not bundled')
  return chunk.code
}
