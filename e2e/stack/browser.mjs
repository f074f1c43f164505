/**
 * A Chromium for the tests: Playwright's own, the system's, or one that is installed now. Found
 * means started once: a package may be a stub, and a download may lack its libraries.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectNode, root, toolEnvironment } from './install.mjs'

const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * @param {(line: string) => void} say where progress goes
 * @returns {Promise<string | undefined>} the path of a Chromium that starts
 */
export async function ensureChromium(say) {
  const present = await findChromium()
  if (present !== undefined) return present

  if (mayUseApt()) {
    say('Installing Chromium with apt-get …')
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    const installed = await findChromium()
    if (installed !== undefined) return installed
  }
  say('Installing Chromium with Playwright …')
  const isRoot = process.getuid?.() === 0
  const options = isRoot && process.platform === 'linux' ? ['--with-deps'] : []
  run(projectNode(), [
    join(root, 'node_modules/playwright/cli.js'),
    'install',
    ...options,
    'chromium',
  ])
  return findChromium()
}

export const WITHOUT_CHROMIUM = `No Chromium starts on this machine, and none could be installed.
Install one (Debian: apt-get install chromium; anywhere: npx playwright install --with-deps chromium)
or name one: CHROMIUM_PATH=/path/to/chromium npm test`

async function findChromium() {
  const { chromium } = await import('playwright')
  const places = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM_PLACES]
  return places.find((path) => path !== undefined && existsSync(path) && starts(path))
}

const starts = (path) =>
  spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0

const mayUseApt = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0

/** What it prints is of interest only where it fails. */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...toolEnvironment(), DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) process.stderr.write(`${command} failed:\n${stdout ?? ''}${stderr ?? ''}\n`)
}
