/** The commands for the catalogue's keepers, as they are run; against a server of this machine only. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { test } from '../support/lasting.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

const run = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, stdout, stderr })
    })
  })

test('provider:new writes a page that the catalogue takes, and refuses what is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pipes-provider-new-'))
  const page = ['worker/tools/provider-new.ts', 'acme-two', '--root', folder]
  const answers = Object.entries({
    name: 'Acme’s Two',
    category: 'crm',
    docs: 'https://docs.acme.example/oauth',
    authorize: 'https://login.acme.example/authorize',
    token: 'https://login.acme.example/token',
    scopes: 'read write',
    separator: 'comma',
    rotates: 'always',
    console: 'https://acme.example/apps',
  }).flatMap(([name, value]) => [`--${name}`, value])
  try {
    for (const name of ['providers', 'domain', 'kit', 'sandbox-provider']) {
      await cp(join(root, 'worker', name), join(folder, 'worker', name), { recursive: true })
    }
    // Which module `#provider-pages` is stands there.
    await cp(join(root, 'package.json'), join(folder, 'package.json'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))

    const refused = await run(...page, ...answers, '--category', 'nonsense', '--token', 'http://x')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('--category is one of')
    expect(refused.stderr).toContain('--token is an https address')

    const written = await run(...page, ...answers)
    expect(written).toMatchObject({ code: 0, stderr: '' })
    expect(written.stdout).toContain(`'acme-two': app({`)
    const catalogue = join(folder, 'worker/providers/catalogue.ts')
    const found = await run(
      '-e',
      `import('${catalogue}').then((m) => console.log(JSON.stringify(m.findProvider('acme-two'))))`,
    )
    expect(JSON.parse(found.stdout)).toMatchObject({
      name: 'Acme’s Two',
      oauth: {
        pkce: true,
        scopes: { default: ['read', 'write'], separator: ',' },
        refresh: { rotates: 'always' },
      },
    })
    const list = await readFile(join(folder, 'worker/providers/pages/all.ts'), 'utf8')
    expect(list).toContain(`import { acmeTwo } from './acme-two.ts'\nimport { activeCampaign }`)
    expect(list).toContain(`  'acme-two': acmeTwo,\n  'active-campaign'`)

    expect((await run(...page, ...answers)).stderr).toContain('is there already')
    expect((await run('worker/tools/provider-new.ts', '--help')).stdout).toContain('--authorize')
    expect((await run('worker/tools/provider-new.ts')).code).toBe(1)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('providers:check tells what moved, asks each address once, and nothing unless it is told to', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    asked.push(`${method} ${url} ${headers['user-agent']}`)
    const answers: Readonly<Record<string, readonly [number, Record<string, string>]>> = {
      'HEAD /fine': [405, {}],
      'GET /fine': [400, {}],
      'POST /token': [400, { 'content-type': 'application/json' }],
      'HEAD /old': [308, { location: '/new?x=1' }],
      'HEAD /slash': [301, { location: '/slash/' }],
      'POST /page': [200, { 'content-type': 'text/html' }],
      'HEAD /down': [503, {}],
      'GET /down': [503, {}],
    }
    const [status, sent] = answers[`${method} ${url.split('?')[0]}`] ?? [404, {}]
    response.writeHead(status, sent).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const entry = (slug: string, authorize: string, token: string, configFields: unknown[] = []) => ({
    slug,
    configFields,
    authorizationParams: {},
    oauth: {
      authorizationUrl: at + authorize,
      authorizationParams: {},
      token: { url: at + token },
      scopes: { default: [], required: [], available: [] },
    },
  })
  const setting = {
    key: 'shop',
    label: 'Shop',
    required: true,
    scope: 'installation',
    pattern: 'x',
  }
  const file = join(await mkdtemp(join(tmpdir(), 'pipes-providers-check-')), 'entries.json')
  await writeFile(
    file,
    JSON.stringify([
      entry('fine', '/fine', '/token'),
      entry('twin', '/fine', '/token'),
      entry('moved', '/old', '/gone'),
      entry('slash', '/slash', '/page'),
      entry('down', '/down', '/token'),
      entry('asks', '/{shop}', '/token', [setting]),
    ]),
  )
  const check = ['worker/tools/providers-check.ts', '--catalogue', file, '--pause', '0']
  try {
    expect((await run(...check)).code).toBe(1)
    expect(asked).toEqual([])

    const { code, stdout } = await run(...check, '--live', '--json')
    const { findings, skipped } = JSON.parse(stdout) as {
      readonly findings: readonly {
        slug: string
        endpoint: string
        verdict: string
        detail: string
      }[]
      readonly skipped: unknown
    }
    const verdicts = findings.map(({ slug, endpoint, verdict }) => `${slug} ${endpoint} ${verdict}`)
    expect(verdicts.toSorted()).toEqual([
      'down authorization trouble',
      'down token there',
      'fine authorization there',
      'fine token there',
      'moved authorization moved',
      'moved token gone',
      'slash authorization there',
      'slash token odd',
      'twin authorization there',
      'twin token there',
    ])
    expect(findings.find(({ verdict }) => verdict === 'moved')?.detail).toBe(`${at}/new`)
    expect(skipped).toEqual([['asks', 'shop']])
    expect(code).toBe(1)
    expect(asked.filter((one) => one.startsWith('POST /token'))).toHaveLength(1)
    expect(asked.every((one) => one.includes('pipes-live-check'))).toBe(true)

    expect(await run(...check, '--live', 'fine')).toMatchObject({
      code: 0,
      stdout: '2 endpoints: 2 there\n',
    })
    expect((await run(...check, '--live', 'nobody')).stderr).toContain('no nobody')
  } finally {
    server.close()
  }
  const closed = await run(...check, '--live', 'fine')
  expect(closed.stdout).toContain('unreachable')
})
