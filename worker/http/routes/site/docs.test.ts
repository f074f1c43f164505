/** The documentation as a deployment serves it. Needs `npm run build`, as the files are made by it. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { ERRORS } from '../../../contract/errors/all.ts'
import { OPERATIONS } from '../../../contract/operations/all.ts'
import { CATALOGUE } from '../../../providers/catalogue.ts'
import { ask } from '../../../test/ask.ts'
import { expectError, sendRaw } from '../../../test/http-laws.ts'
import { seedEnvironment } from '../../../test/harness.ts'

const textOf = async (path: string): Promise<string> => {
  const response = await sendRaw(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

test('the document is this deployment’s own, and any tool may read it', async () => {
  const response = await sendRaw('/openapi.json', { headers: { origin: 'https://editor.example' } })
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const { openapi, servers, paths } = (await response.json()) as {
    readonly openapi: string
    readonly servers: unknown
    readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>
  }
  expect(openapi).toBe('3.1.1')
  expect(servers).toEqual([{ url: env.PUBLIC_URL, description: 'This deployment.' }])
  const ids = Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  )
  expect(new Set(ids)).toEqual(new Set(OPERATIONS.map(({ id }) => id)))
})

test('the reference has a place for every call, and examples that work here', async () => {
  const text = await textOf('/docs')
  for (const { id } of OPERATIONS) expect(text).toContain(`id="${id}"`)
  expect(text).toContain(`${env.PUBLIC_URL}/data-integrations/github/token`)
  expect(text).not.toContain('pipes.example.com')
})

test('on a machine whose port was taken, the SDK is told the port that it is', async () => {
  const isolate = { ...env, PUBLIC_URL: 'http://localhost:4321' }
  const text = await (await ask(new Request('http://localhost:4321/docs'), isolate)).text()
  expect(text).toContain('port: 4321, https: false')
})

test('the widget’s page embeds this build from here, by the hash that is published', async () => {
  const text = await textOf('/docs/widget')
  const { scripts } = JSON.parse(await textOf('/integrity.json')) as {
    readonly scripts: Readonly<
      Record<string, { readonly integrity: string; readonly pinned?: string }>
    >
  }
  const { integrity, pinned } = scripts['/pipes-widget.js'] ?? {}
  expect(text).toContain(`${env.PUBLIC_URL}${pinned}`)
  expect(text).toContain(integrity)
  for (const name of ['session-url', 'authToken', 'refresh', 'pipes-connected', 'connect-button']) {
    expect(text).toContain(`<code class="name">${name}</code>`)
  }
})

test('every code has a page, and its error leads there', async () => {
  await seedEnvironment()
  const list = await textOf('/docs/errors')
  for (const [code, { status }] of Object.entries(ERRORS)) {
    expect(list).toContain(`id="${code}"`)
    const page = await textOf(`/docs/errors/${code}`)
    expect(page).toContain(`<title>${code} · Pipes API</title>`)
    expect(page).toContain(`>${status}</b>`)
  }
  // A user who said no is no error of the API, but somebody looks it up.
  for (const code of ['access_denied', 'popup_blocked']) {
    expect(list).toContain(`id="${code}"`)
    expect(await textOf(`/docs/errors/${code}`)).toContain('Where it is met')
  }
  const refused = await sendRaw('/data-integrations')
  const link = refused.headers.get('link') ?? ''
  expect(link).toBe('</docs/errors/api_key_invalid>; rel="help"')
  expect(await textOf(/<(.+)>/.exec(link)?.[1] ?? '')).toContain('api_key_invalid')
})

test('every provider has a row, a page and a file, of the same data', async () => {
  const list = await textOf('/docs/providers')
  const { data } = JSON.parse(await textOf('/providers/index.json')) as {
    readonly data: readonly { readonly slug: string; readonly verification: string }[]
  }
  const offered = CATALOGUE.filter(({ builtIn }) => builtIn !== true)
  expect(data.map(({ slug }) => slug)).toEqual(offered.map(({ slug }) => slug))
  for (const { slug, verification } of data) {
    const row = list.split(`id="provider-${slug}"`)[1]?.split('</tr>')[0]
    expect([slug, row?.includes(`>${verification}</span>`)]).toEqual([slug, true])
  }
  for (const slug of ['zendesk', 'okta', 'openai', 'twitter']) {
    const page = await textOf(`/docs/providers/${slug}`)
    const file = await sendRaw(`/providers/${slug === 'twitter' ? 'x' : slug}.json`)
    expect(file.headers.get('access-control-allow-origin')).toBe('*')
    const { name, setup, disconnect, custom_provider } = (await file.json()) as {
      readonly name: string
      readonly custom_provider: { readonly name: string }
      readonly setup: { readonly console_url: string; readonly steps: readonly string[] }
      readonly disconnect: string
    }
    expect(page).toContain(`<span>${name}</span>`)
    expect(custom_provider.name).toBe(name)
    expect(page).toContain(setup.console_url)
    expect(page.split('<ol')[1]?.split('</ol>')[0]?.split('<li>')).toHaveLength(
      setup.steps.length + 1,
    )
    expect(page).toContain(disconnect.split('`')[0])
  }
})

test.each([
  ['anthropic', 'anthropic-version: 2023-06-01', 'GET https://api.anthropic.com/v1/models'],
  ['ashby', 'content-type: application/json', 'POST https://api.ashbyhq.com/apiKey.info'],
])(
  '%s: what a call with a key has beside it, and how a key is checked',
  async (slug, fixed, check) => {
    const page = await textOf(`/docs/providers/${slug}`)
    expect(page).toContain(`<code>${fixed}</code>`)
    expect(page.replaceAll(/\s+/g, ' ')).toContain(`<code>${check}</code`)
  },
)

test('what cannot be set up says so, and what takes its place', async () => {
  const page = await textOf('/docs/providers/fitbit')
  expect(page).not.toContain('id="set-up"')
  expect(page).toContain('It cannot be set up.')
  expect(page).toContain('href="/docs/providers/google-health"')
})

test('pages load nothing but our own two files, and are nobody’s frame', async () => {
  const pages = [
    '/docs',
    '/docs/widget',
    '/docs/errors',
    '/docs/errors/not_found',
    '/docs/providers/openai',
  ]
  for (const path of pages) {
    const response = await sendRaw(path)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    const text = await response.text()
    expect(text).not.toMatch(/<style|<script>|\sstyle=|\son\w+=/)
    const loaded = Array.from(text.matchAll(/<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"/g))
    const ours = loaded
      .map(([, address]) => address)
      .filter((one) => one?.startsWith('/icons/') === false)
    expect(ours).toEqual(['/docs/docs.css', '/docs/docs.js'])
  }
  expect((await sendRaw('/docs/docs.css')).headers.get('content-type')).toMatch(/^text\/css/)
  expect((await sendRaw('/docs/docs.js')).headers.get('content-type')).toMatch(/^text\/javascript/)
})

test('an address that somebody made up is no part of a page', async () => {
  const isolate = { ...env, PUBLIC_URL: '' }
  const usual = await ask(new Request('http://here.example:8080/docs'), isolate)
  expect(await usual.text()).toContain('http://here.example:8080/data-integrations')
  for (const host of ['a"b.example', "a'b.example", 'a$&b.example']) {
    const served = await ask(new Request(`http://${host}/docs`), isolate)
    expect([host, served.status]).toEqual([host, 200])
    expect(await served.text()).not.toMatch(/a.{1,2}b\.example/)
  }
})

test('what is not documented has no page', async () => {
  for (const path of [
    '/docs/errors/nonsense',
    '/docs/errors/..%2findex',
    '/docs/nonsense',
    '/docs/providers/nonsense',
    '/docs/providers/..%2ferrors',
    '/providers/nonsense.json',
    '/providers/..%2fopenapi.json',
  ]) {
    const { code } = await expectError(await sendRaw(path), 404)
    expect(code).toBe('not_found')
  }
})
