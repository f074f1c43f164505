/** Speaks the language of the page around the element: follows it, fetches its words, and has English until they are there. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { languageAt, watchLanguage } from '../browser/page-language.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { watchPage } from '../browser/watch-page.ts'
import { directionOf, lookUp, type Language } from '../i18n/languages.ts'

/** The words of an element: English, and how those of another language are had. */
export type Vocabulary<Words> = {
  readonly english: Words
  /** Null when they cannot be had. */
  readonly load: (language: Language) => Promise<Words | null>
}

export class LanguageController<Words> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element
  readonly #surroundings: Surroundings
  readonly #vocabulary: Vocabulary<Words>

  /** Null when the page's is none that we speak. */
  #wanted: Language | null = null
  /** Differs from the wanted one while that is on its way, and when it could not be had. */
  #spoken: Language = 'en'
  #words: Words
  /** English as far as it has come. */
  #english: Words
  #wantsAll = false
  #loading: Language | null = null
  #alive = new AbortController()

  constructor(
    host: ReactiveControllerHost & Element,
    surroundings: Surroundings,
    vocabulary: Vocabulary<Words>,
  ) {
    this.#host = host
    this.#surroundings = surroundings
    this.#vocabulary = vocabulary
    this.#words = vocabulary.english
    this.#english = vocabulary.english
    host.addController(this)
  }

  get words(): Words {
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
    if (
      isEnglish &&
      this.#wantsAll &&
      this.#english === this.#vocabulary.english &&
      this.#loading !== 'en'
    ) {
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
    const words = await this.#vocabulary.load(language)
    if (words !== null && language === 'en') this.#english = words
    if (language !== (this.#wanted ?? 'en')) return
    if (words === null) this.#speak('en', this.#english)
    else this.#speak(language, words)
  }

  #speak(language: Language, words: Words): void {
    this.#loading = null
    this.#spoken = language
    this.#words = words
    this.#host.requestUpdate()
  }
}
