/** Servers that come as Debian packages: what is installed, and how what is missing gets there. */
import { execFileSync, spawnSync } from 'node:child_process'

const isInstalled = (name: string): boolean =>
  spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name]).stdout?.toString() ===
  'installed'

/** Installs what is missing; needs apt and root, and says so. */
export function installPackages(names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  console.log(`apt-get install ${missing.join(' ')}`)
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing]
  if (apt(...install) === 0) return
  // An image without lists of packages.
  if (apt('update', '-q') === 0 && apt(...install) === 0) return
  throw new Error(
    `These servers are Debian packages, and apt-get did not install ${missing.join(', ')}. ` +
      'Run this as root on Debian or Ubuntu, or without --debian.',
  )
}

/** @returns name and upstream version of an installed package */
export function debianVersion(name: string): string {
  const version = execFileSync('dpkg-query', ['-W', '-f', '${Version}', name]).toString()
  return `${name} ${version.replace(/-[^-]*$/, '')}`
}
