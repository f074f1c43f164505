/**
 * One language's words, from where the script came from. JSON by `fetch` and not a module: a strict page has to name that
 * host in `connect-src` anyway, and words that cannot run are the smaller risk.
 */
import { asObject, type Json } from '../api/read.ts'
import { en } from './en.ts'
import type { Language } from './languages.ts'
import { withOverrides, type Messages } from './messages.ts'

const TIMEOUT_MS = 20_000

/** @returns null when it cannot be had; why is the business of nobody who wants to connect an account */
export const loadLanguage = async (
  language: Language,
  origin: string,
  fetch: typeof globalThis.fetch,
): Promise<Messages | null> => {
  const file = await fetchLanguage(language, origin, fetch)
  // A file that is older or newer than the script leaves no gap. Where English is elsewhere (`form`, `more`,
  // `en-rest.ts`), whoever reads the texts has a word for those that are missing.
  return file && withOverrides(en, file)
}

/** @param name of the file, from the folder of the languages on */
export const fetchLanguage = async (
  name: string,
  origin: string,
  fetch: typeof globalThis.fetch,
): Promise<Json | null> => {
  try {
    const response = await fetch(`${origin}/languages/${name}.json`, {
      // Without headers of ours and without cookies it needs no preflight.
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return response.ok ? asObject(await response.json()) : null
  } catch {
    return null
  }
}
