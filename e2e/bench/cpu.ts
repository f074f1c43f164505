/** Processor time of the runtime processes that this process has started, from /proc. */
import { readdir, readFile } from 'node:fs/promises'

const TICKS_PER_SECOND = 100 // USER_HZ, the same on every Linux that Node runs on

/** The workerd processes below this one; empty where there is no /proc. */
export async function runtimeProcesses(): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const [, command, rest] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? []
    const parent = Number(rest?.split(' ')[1])
    if (command === 'workerd' && parent === process.pid) found.add(Number(name))
  }
  return found
}

/** Seconds of processor time that a process has used so far. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
