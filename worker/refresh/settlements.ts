/** Lets a caller wait until somebody settles an account, but never longer than it may. */
export class Settlements {
  readonly #waiters = new Map<string, Set<() => void>>()

  /**
   * @param timeoutMs milliseconds after which the wait ends all the same
   */
  wait(accountId: string, timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(accountId) ?? new Set()
      this.#waiters.set(accountId, waiters)
      const done = (): void => {
        clearTimeout(timer)
        waiters.delete(done)
        resolve()
      }
      const timer = setTimeout(done, Math.max(0, timeoutMs))
      waiters.add(done)
    })
  }

  settle(accountId: string): void {
    for (const done of this.#waiters.get(accountId) ?? []) done()
  }
}
