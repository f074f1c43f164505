/** The three pages that race: each another site than the Worker, with its scripts on a third one, and a token function. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { root, widgetDirectory } from '../../stack/build.ts'

export const CONTESTANTS = ['ours', 'lit', 'react'] as const
export type Contestant = (typeof CONTESTANTS)[number]

export type Track = {
  readonly urlFor: (contestant: Contestant, token: string) => string
  /** Of script and style, compressed as a CDN does. */
  readonly bytes: Readonly<Record<Contestant, number>>
  readonly close: () => Promise<void>
}

type File = {
  readonly type: string
  readonly body: string
  /** As a CDN has it; what is made for each request goes as it is. */
  readonly brotli?: Buffer
}

/** @param pipesUrl the Worker's origin */
export async function startTrack(pipesUrl: string): Promise<Track> {
  const own = ['pipes-widget.js', 'pipes-widget-more.js'].map(async (name) => {
    const body = await readFile(join(widgetDirectory, name), 'utf8')
    return [`/${name}`, file('text/javascript', body)] as const
  })
  const files = new Map<string, File>([
    ...(await Promise.all(own)),
    ...(await bundled('bare-lit')),
    ...(await bundled('react')),
  ])
  const scripts = await serve((path) => files.get(path))
  const pages = await serve((path, query) => pageOf(path.slice(1), query, pipesUrl, scripts.origin))
  const bytesOf = (name: string): number =>
    Array.from(files)
      .filter(([path]) => path.startsWith(`/${name}.`))
      .reduce((sum, [, { brotli }]) => sum + (brotli?.length ?? 0), 0)
  return {
    urlFor: (contestant, token) =>
      `${pages.origin}/${contestant}?${new URLSearchParams({ api: pipesUrl, token })}`,
    bytes: {
      ours: bytesOf('pipes-widget'),
      lit: bytesOf('bare-lit'),
      react: bytesOf('react'),
    },
    close: async () => {
      await pages.close()
      await scripts.close()
    },
  }
}

const file = (type: string, body: string): File => ({
  type,
  body,
  brotli: brotliCompressSync(body),
})

function pageOf(
  name: string,
  query: URLSearchParams,
  pipesUrl: string,
  scripts: string,
): File | undefined {
  const parts: Readonly<Record<string, readonly [head: string, body: string]>> = {
    ours: [
      `<script src="${scripts}/pipes-widget.js" defer></script>`,
      `<pipes-widget api-url="${pipesUrl}"></pipes-widget>
      <script>
        document.querySelector('pipes-widget').getToken = () =>
          Promise.resolve(new URLSearchParams(location.search).get('token'))
      </script>`,
    ],
    lit: [
      `<script type="module" crossorigin src="${scripts}/bare-lit.js"></script>`,
      '<bare-list></bare-list>',
    ],
    react: [
      `<script type="module" crossorigin src="${scripts}/react.js"></script>
      <link rel="stylesheet" href="${scripts}/react.css" />`,
      '<main></main>',
    ],
  }
  const [head, body] = parts[name] ?? []
  if (head === undefined || body === undefined || !query.has('token')) return undefined
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body>${body}</body>
</html>`,
  }
}

async function bundled(name: 'bare-lit' | 'react'): Promise<readonly (readonly [string, File])[]> {
  const built = await build({
    configFile: false,
    root: join(root, 'e2e/bench/widget'),
    mode: 'production',
    logLevel: 'error',
    build: {
      write: false,
      minify: 'oxc',
      rolldownOptions: {
        input: { [name]: join(root, `e2e/bench/widget/${name}.mjs`) },
        output: {
          codeSplitting: false,
          entryFileNames: '[name].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  return outputs.map((one) => {
    const isScript = one.type === 'chunk'
    const body = isScript ? one.code : String(one.source)
    const path = isScript ? `/${name}.js` : `/${name}.css`
    return [path, file(isScript ? 'text/javascript' : 'text/css', body)] as const
  })
}

async function serve(
  find: (path: string, query: URLSearchParams) => File | undefined,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const found = find(pathname, searchParams)
    response.statusCode = found === undefined ? 404 : 200
    if (found !== undefined) response.setHeader('content-type', found.type)
    if (found?.brotli !== undefined) response.setHeader('content-encoding', 'br')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('cache-control', 'public, max-age=300')
    response.end(found?.brotli ?? found?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
