/**
 * What one local installation remembers between starts: secrets made once, the ports of the
 * emulators, and which things were set up. One file that only its owner may read, ignored by git.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newPepper, newVaultKeyring } from '../../worker/tools/keys.ts'

export type SharedClient = { readonly client_id: string; readonly client_secret: string }

export type LocalState = {
  readonly vaultKeyring: string
  readonly apiKeyPepper: string
  /** Client id and secret of our app at each emulator, by the emulator's name. */
  readonly clients: Readonly<Record<string, SharedClient>>
  /** Ports of the emulators: connections hold tokens of exactly that emulator. */
  readonly emulatorPorts: Readonly<Record<string, number>>
  readonly environment?: { readonly id: string; readonly apiKey: string }
  /** Integrations that were created once; one that its owner deleted is not created again. */
  readonly integrations: readonly string[]
}

export type LocalInstallation = {
  readonly isNew: boolean
  readonly read: () => LocalState
  /** Replaces the file in one step. */
  readonly update: (part: Partial<LocalState>) => Promise<void>
}

/** Reads the state, or makes a new one with fresh secrets. */
export async function openLocalState(directory: string): Promise<LocalInstallation> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'secrets.json')
  const found = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as LocalState,
    (error: NodeJS.ErrnoException) => {
      // Only "not there" means new: an unreadable file must not be replaced by other secrets.
      if (error.code !== 'ENOENT') throw error
      return undefined
    },
  )
  let current = found ?? freshState()

  const update = async (part: Partial<LocalState>): Promise<void> => {
    current = { ...current, ...part }
    const next = `${path}.next`
    await writeFile(next, `${JSON.stringify(current, null, 2)}\n`, { mode: 0o600 })
    await rename(next, path)
  }

  if (found === undefined) await update({})
  return { isNew: found === undefined, read: () => current, update }
}

export const forgetLocalState = (directory: string): Promise<void> =>
  rm(directory, { recursive: true, force: true })

const freshState = (): LocalState => ({
  vaultKeyring: newVaultKeyring(),
  apiKeyPepper: newPepper(),
  clients: {},
  emulatorPorts: {},
  integrations: [],
})
