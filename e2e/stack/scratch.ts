/** Where what is thrown away afterwards is written: in memory where there is plenty, for no run is about a disk. */
import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const PLENTY_BYTES = 2 * 2 ** 30

/**
 * @param name what it is for: `fuzz-api`
 * @returns the path of a new directory, which is its maker's to remove
 */
export const scratchDirectory = (name: string): string =>
  mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), `pipes-${name}-`))

/** Containers often have 64 MiB of it, other systems none. */
function hasMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= PLENTY_BYTES
  } catch {
    return false
  }
}
