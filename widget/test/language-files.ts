/** What each language says, as it lies in its file; typed, so that a text that is missing is a compile error. */
import ar from '../i18n/languages/ar.json' with { type: 'json' }
import de from '../i18n/languages/de.json' with { type: 'json' }
import es from '../i18n/languages/es.json' with { type: 'json' }
import fr from '../i18n/languages/fr.json' with { type: 'json' }
import he from '../i18n/languages/he.json' with { type: 'json' }
import hi from '../i18n/languages/hi.json' with { type: 'json' }
import it from '../i18n/languages/it.json' with { type: 'json' }
import ja from '../i18n/languages/ja.json' with { type: 'json' }
import ko from '../i18n/languages/ko.json' with { type: 'json' }
import nl from '../i18n/languages/nl.json' with { type: 'json' }
import pl from '../i18n/languages/pl.json' with { type: 'json' }
import ptBr from '../i18n/languages/pt-BR.json' with { type: 'json' }
import tr from '../i18n/languages/tr.json' with { type: 'json' }
import zhHans from '../i18n/languages/zh-Hans.json' with { type: 'json' }
import zhHant from '../i18n/languages/zh-Hant.json' with { type: 'json' }
import type { Language } from '../i18n/languages.ts'
import type { MoreMessages, FormMessages, Messages } from '../i18n/messages.ts'

export type LanguageFile = Messages & {
  /** What it calls itself. */
  readonly language: string
  readonly form: FormMessages
  readonly more: MoreMessages
}

export const languageFiles: Readonly<Record<Exclude<Language, 'en'>, LanguageFile>> = {
  ar,
  de,
  es,
  fr,
  he,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  'pt-BR': ptBr,
  tr,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
}
