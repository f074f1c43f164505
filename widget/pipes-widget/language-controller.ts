/** Speaks the language of the page around the element: follows it, fetches its words, and has English until they are there. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { languageAt, watchLanguage } from '../browser/page-language.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { watchPage } from '../browser/watch-page.ts'
import { en } from '../i18n/en.ts'
import { directionOf, lookUp, type Language } from '../i18n/languages.ts'
import { loadLanguage } from '../i18n/load-language.ts'
import type { Messages } from '../i18n/messages.ts'

export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element
  readonly #surroundings: Surroundings
  /** Where the files of the languages are. */
  readonly #origin: () => string

  /** Null when the page's is none that we speak. */
  #wanted: Language | null = null
  /** Differs from the wanted one while that is on its way, and when it could not be had. */
  #spoken: Language = 'en'
  #words: Messages = en
  /** English as far as it has come. */
  #english: Messages = en
  #wantsAll = false
  #loading: Language | null = null
  #alive = new AbortController()

  constructor(
    host: ReactiveControllerHost & Element,
    surroundings: Surroundings,
    origin: () => string,
  ) {
    this.#host = host
    this.#surroundings = surroundings
    this.#origin = origin
    host.addController(this)
  }

  get words(): Messages {
    return this.#words
  }

  /** Of the words. */
  get language(): Language {
    return this.#spoken
  }

  /** Already that of the words that are on their way, so that nothing changes sides when they come. */
  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.#loading ?? this.#spoken)
  }

  /** False: English stands in for a language that the page may know how to say itself. */
  get isOfPage(): boolean {
    return this.#wanted !== null
  }

  hostConnected(): void {
    this.#alive = new AbortController()
    const { signal } = this.#alive
    const look = (): void => this.#look()
    watchLanguage(this.#host, signal, look)
    this.#surroundings.window.addEventListener('languagechange', look, { signal })
    // A language that could not be had may be there by now.
    watchPage(this.#surroundings, signal, { onReturn: look, onRestore: look })
    look()
  }

  hostDisconnected(): void {
    this.#alive.abort()
  }

  /** Some of English is a file as well, which is fetched when something may have to be said of it. */
  needAll(): void {
    if (this.#wantsAll) return
    this.#wantsAll = true
    this.#look()
  }

  #look(): void {
    // The page's own `dir` may be what has changed.
    this.#host.requestUpdate()
    const wanted = this.#wantedNow()
    const isDone = (this.#loading ?? this.#spoken) === (wanted ?? 'en')
    const isEnglish = (wanted ?? 'en') === 'en'
    if (isEnglish && this.#wantsAll && this.#english === en && this.#loading !== 'en') {
      this.#wanted = wanted
      void this.#fetch('en')
      return
    }
    if (isDone && wanted === this.#wanted) return
    this.#wanted = wanted
    if (isEnglish) this.#speak('en', this.#english)
    else void this.#fetch(wanted ?? 'en')
  }

  #wantedNow(): Language | null {
    const ofPage = languageAt(this.#host)
    const tags = ofPage === null ? this.#surroundings.languages() : [ofPage]
    return tags.map(lookUp).find((language) => language !== null) ?? null
  }

  async #fetch(language: Language): Promise<void> {
    this.#loading = language
    const words = await loadLanguage(language, this.#origin(), this.#surroundings.fetch)
    if (words !== null && language === 'en') this.#english = words
    if (language !== (this.#wanted ?? 'en')) return
    if (words === null) this.#speak('en', this.#english)
    else this.#speak(language, words)
  }

  #speak(language: Language, words: Messages): void {
    this.#loading = null
    this.#spoken = language
    this.#words = words
    this.#host.requestUpdate()
  }
}
