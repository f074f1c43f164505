/**
 * Binds the opened window to this page: the window's page acts only with a token that never was in an address.
 * After its answer that page drops its opener, so nothing else ever comes back this way.
 */
import type { Popup, Surroundings } from '../browser/surroundings.ts'

const INTERVAL_MS = 100
const TRIES = 100

/**
 * Posts the tokens to the window, to its exact origin only, until that origin answers with the same redirect token.
 *
 * @returns whether it answered within ten seconds; a page with its own `Cross-Origin-Opener-Policy` never does
 */
export const handOff = async (
  popup: Popup,
  tokens: { readonly url: string; readonly handoffToken: string; readonly redirectToken: string },
  surroundings: Pick<Surroundings, 'pause' | 'window'>,
  signal: AbortSignal,
): Promise<boolean> => {
  const { handoffToken, redirectToken } = tokens
  const origin = new URL(tokens.url).origin
  const answered = new AbortController()

  const listen = (event: Event): void => {
    const { origin: from, source, data } = event as MessageEvent<{ redirectToken?: unknown } | null>
    if (from === origin && source === popup && data?.redirectToken === redirectToken)
      answered.abort()
  }
  surroundings.window.addEventListener('message', listen)

  const over = AbortSignal.any([signal, answered.signal])
  for (let tries = 0; tries < TRIES && !over.aborted; tries++) {
    await surroundings.pause(INTERVAL_MS, over)
    if (!over.aborted) popup.postMessage({ handoffToken, redirectToken }, origin)
  }
  // The last message deserves an answer, too.
  await surroundings.pause(INTERVAL_MS, over)
  surroundings.window.removeEventListener('message', listen)
  return answered.signal.aborted
}
