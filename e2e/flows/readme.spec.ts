/** The program of the first README, run as it stands there: two minutes from nothing to a token. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../stack/build.ts'
import { freePort } from '../stack/ports.ts'
import { chooseAccount } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { NOTHING } from '../support/pipes-api.ts'
import { pressForWindow, row } from '../support/widget-page.ts'

test('the app of the README connects GitHub, and its token is vended', async ({
  page,
  world: { pipes, stack },
}, info) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const program = /```js\n(\/\/ app\.mjs\n[\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const [, user = ''] = /user_id: '(\w+)'/.exec(program) ?? []
  const file = info.outputPath('app.mjs')
  await writeFile(file, program)
  const port = await freePort(0, new Set())
  const app = spawn(process.execPath, [file], {
    env: { PIPES_URL: stack.url, PIPES_API_KEY: stack.apiKey, PORT: String(port) },
  })
  try {
    const [said] = (await once(app.stdout, 'data')) as [Buffer]
    await page.goto(said.toString().trim())
    await expect(row(page, 'GitHub')).toContainText('Not connected')
    expect(await pipes.standing('github', user)).toEqual(NOTHING)
    await chooseAccount(await pressForWindow(page, 'Connect GitHub'), 'octocat')
    await expect(row(page, 'GitHub')).toContainText('octocat')
    expect(await pipes.accessToken('github', user)).toMatch(/^gho_/)
  } finally {
    app.kill()
    await once(app, 'exit')
  }
})
