/** The example of worker/sandbox-provider/README.md, run as it stands there. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../stack/build.ts'
import { expect, test } from '../support/fixtures.ts'

const run = promisify(execFile)

test('the example for CI passes against a running Worker', async ({ world }, info) => {
  const readme = await readFile(join(root, 'worker/sandbox-provider/README.md'), 'utf8')
  const example = /```js\n(\/\/ connections\.test\.mjs\n[\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const file = info.outputPath('connections.test.mjs')
  await writeFile(file, example)
  const { stack } = world
  const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap', file], {
    env: { ...process.env, PIPES_URL: stack.url, PIPES_API_KEY: stack.apiKey },
  })
  expect(stdout).toContain('# pass 1')
  expect(stdout).toContain('# fail 0')
})
