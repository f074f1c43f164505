/** Builds and starts the floors of the bench on a socket of their own. */
import { spawnSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { root } from '../stack/build.ts'

export async function startFloor(
  directory: string,
  port: number,
  body: string,
): Promise<{
  readonly sqlite: URL
  readonly memory: URL
  readonly close: () => Promise<void>
}> {
  const out = await mkdtemp(join(directory, 'floor-'))
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  const config = join(root, 'e2e/bench/floor.wrangler.toml')
  const built = spawnSync(
    process.execPath,
    [wrangler, 'deploy', '--dry-run', '--minify', '--config', config, '--outdir', out],
    { stdio: 'ignore' },
  )
  if (built.status !== 0) throw new Error('the floor could not be bundled')
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      unsafeLocalExplorer: false,
      unsafeObservability: false,
      resourcePersistencePath: join(out, 'state'),
      workers: [
        {
          name: 'floor',
          modules: true,
          modulesRoot: out,
          scriptPath: join(out, 'floor-worker.js'),
          compatibilityDate: '2026-08-01',
          durableObjects: {
            FLOOR: { className: 'Floor', useSQLite: true },
            MEMORY: { className: 'Memory', useSQLite: true },
          },
          unsafeDirectSockets: [{ host: '127.0.0.1', port }],
        },
      ],
    }),
  )
  await miniflare.ready
  const prepared = await fetch(`http://127.0.0.1:${port}/prepare`, { method: 'POST', body })
  if (prepared.status !== 200) throw new Error(`the floor answers ${prepared.status}`)
  return {
    sqlite: new URL(`http://127.0.0.1:${port}/token`),
    memory: new URL(`http://127.0.0.1:${port}/memory`),
    close: () => miniflare.dispose(),
  }
}
