/**
 * A Chromium for the tests: Playwright's own, the system's, or one that is installed now. Found
 * means started once: a package may be a stub, and a download may lack its libraries.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectNode, root, toolEnvironment } from './install.mjs'

/** Made for tests: Chromium without its windows, in a fifth of the processor's time. */
const SYSTEM_SHELLS = ['/usr/bin/chromium-headless-shell']

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
  const asked = process.env.CHROMIUM_PATH
  if (asked) return find([asked]) ?? findChromium()
  const shell = find(await shells())
  if (shell !== undefined) return shell

  if (mayUseApt()) {
    say('Installing chromium-headless-shell with apt-get …')
    const settings = ['-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1']
    const install = ['install', '-y', '--no-install-recommends', 'chromium-headless-shell']
    run('apt-get', ['update', ...settings])
    run('apt-get', [...install, ...settings])
    const installed = find(SYSTEM_SHELLS)
    if (installed !== undefined) return installed
  }
  const present = await findChromium()
  if (present !== undefined) return present

  say('Installing Chromium with Playwright …')
  const isRoot = process.getuid?.() === 0
  const options = isRoot && process.platform === 'linux' ? ['--with-deps'] : []
  run(projectNode(), [
    join(root, 'node_modules/playwright/cli.js'),
    'install',
    ...options,
    'chromium',
  ])
  return find(await shells()) ?? findChromium()
}

export const WITHOUT_CHROMIUM = `No Chromium starts on this machine, and none could be installed.
Install one (Debian: apt-get install chromium-headless-shell; anywhere: npx playwright install --with-deps chromium)
or name one: CHROMIUM_PATH=/path/to/chromium npm test`

async function findChromium() {
  const { chromium } = await import('playwright')
  return find([chromium.executablePath(), ...SYSTEM_PLACES])
}

/** The system's, and Playwright's, which stands beside its Chromium under a name of its own. */
async function shells() {
  const { chromium } = await import('playwright')
  const own = chromium
    .executablePath()
    .replace(/([\\/])chromium-(?=\d)/, '$1chromium_headless_shell-')
  const platform = dirname(own).replace(/([\\/])chrome-(?=[^\\/]*$)/, '$1chrome-headless-shell-')
  const name = `chrome-headless-shell${process.platform === 'win32' ? '.exe' : ''}`
  return [join(platform, name), ...SYSTEM_SHELLS]
}

const find = (places) => places.find((path) => existsSync(path) && starts(path))

const starts = (path) =>
  spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0

const mayUseApt = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0

/** So long a mirror may take that may not answer at all; Playwright's download has no such limit. */
const APT_MS = 180_000

/** What it prints is of interest only where it fails. */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    ...(command === 'apt-get' ? { timeout: APT_MS } : {}),
    env: { ...toolEnvironment(), DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) process.stderr.write(`${command} failed:\n${stdout ?? ''}${stderr ?? ''}\n`)
}
