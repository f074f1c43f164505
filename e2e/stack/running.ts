/** One stack per folder: two would write the same storage. A note tells who runs, and where. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

type Note = { readonly pid: number; readonly url: string; readonly port: number }

const notePath = (directory: string): string => join(directory, 'running.json')

/** @returns the address of the stack that runs in this folder, if one does */
export async function runningStack(directory: string): Promise<Note | undefined> {
  const text = await readFile(notePath(directory), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const note = JSON.parse(text) as Note
  // A process number comes back after a restart of the machine; the port tells them apart.
  return isAlive(note.pid) && (await answers(note.port)) ? note : undefined
}

export const noteRunning = (directory: string, note: Note): Promise<void> =>
  writeFile(notePath(directory), JSON.stringify(note))

export const forgetRunning = (directory: string): Promise<void> =>
  rm(notePath(directory), { force: true })

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
