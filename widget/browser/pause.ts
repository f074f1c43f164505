/** A wait that ends early when it is aborted, or when the user comes back to the page. */

/**
 * @param ms how long
 * @param signal ends the wait at once
 * @param options.wakeOnReturn also end on focus, on being visible again, on return from the back/forward cache, and online
 */
export const pause = (
  ms: number,
  signal: AbortSignal,
  options: { readonly wakeOnReturn?: boolean } = {},
): Promise<void> =>
  new Promise((resolve) => {
    const over = new AbortController()
    const end = (): void => {
      over.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, ms)
    if (signal.aborted) return end()

    const until = { signal: over.signal }
    signal.addEventListener('abort', end, until)
    if (!options.wakeOnReturn) return
    for (const name of ['focus', 'pageshow', 'online']) window.addEventListener(name, end, until)
    document.addEventListener('visibilitychange', end, until)
  })
