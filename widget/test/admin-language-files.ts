/** What each language says in `<pipes-admin>`; typed, so that a text that is missing is a compile error. */
import ar from '../i18n/languages/admin/ar.json' with { type: 'json' }
import de from '../i18n/languages/admin/de.json' with { type: 'json' }
import es from '../i18n/languages/admin/es.json' with { type: 'json' }
import fr from '../i18n/languages/admin/fr.json' with { type: 'json' }
import he from '../i18n/languages/admin/he.json' with { type: 'json' }
import hi from '../i18n/languages/admin/hi.json' with { type: 'json' }
import it from '../i18n/languages/admin/it.json' with { type: 'json' }
import ja from '../i18n/languages/admin/ja.json' with { type: 'json' }
import ko from '../i18n/languages/admin/ko.json' with { type: 'json' }
import nl from '../i18n/languages/admin/nl.json' with { type: 'json' }
import pl from '../i18n/languages/admin/pl.json' with { type: 'json' }
import ptBr from '../i18n/languages/admin/pt-BR.json' with { type: 'json' }
import tr from '../i18n/languages/admin/tr.json' with { type: 'json' }
import zhHans from '../i18n/languages/admin/zh-Hans.json' with { type: 'json' }
import zhHant from '../i18n/languages/admin/zh-Hant.json' with { type: 'json' }
import type { AdminMessages, DialogMessages } from '../i18n/admin-messages.ts'
import type { Language } from '../i18n/languages.ts'

export type AdminLanguageFile = AdminMessages & { readonly dialogs: DialogMessages }

export const adminLanguageFiles: Readonly<Record<Exclude<Language, 'en'>, AdminLanguageFile>> = {
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
