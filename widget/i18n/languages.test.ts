import { describe, expect, test } from 'vitest'
import { languageFiles } from '../test/language-files.ts'
import { english, textsOf } from '../test/in-language.ts'
import { LANGUAGES, lookUp } from './languages.ts'
import type { Messages } from './messages.ts'

test.each([
  ['de', 'de'],
  ['de-AT-1996', 'de'],
  ['DE-ch', 'de'],
  ['en-GB', 'en'],
  ['en-x-pirate', 'en'],
  ['fr-CA-u-ca-gregory', 'fr'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['pt_BR', 'pt-BR'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['zh-Hans-TW', 'zh-Hans'],
  ['cmn-TW', 'zh-Hant'],
  ['iw', 'he'],
  ['ar-EG', 'ar'],
  ['sv', null],
  ['yue', null],
  ['', null],
  ['*', null],
  ['i-klingon', null],
  ['../../etc/passwd', null],
])('a page in "%s" is spoken to in %s', (tag, language) => {
  expect(lookUp(tag)).toBe(language)
})

test('a language of ours is found by its own tag', () => {
  expect(LANGUAGES.map(lookUp)).toEqual(LANGUAGES)
})

const placeholdersOf = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\w+\}/g))].toSorted()

const ofEnglish = textsOf(english)
/** What a language has from English, or both from Latin. */
const ALIKE: ReadonlySet<string> = new Set(['de form.optional'])

describe.each(Object.entries(languageFiles))('%s', (tag, { language, ...words }) => {
  const own = textsOf(words)

  test('has every text of English, and no other', () => {
    expect([...own.keys()].toSorted()).toEqual([...ofEnglish.keys()].toSorted())
  })

  test('says the same things about the same things', () => {
    const wrong = [...own].filter(
      ([path, text]) =>
        String(placeholdersOf(text)) !== String(placeholdersOf(ofEnglish.get(path) ?? '')),
    )
    expect(wrong).toEqual([])
  })

  test('is plain text throughout', () => {
    const wrong = [...own].filter(
      // Markup and entities, stray braces, characters that nobody sees, three points for an ellipsis.
      ([, text]) =>
        text.trim() === '' ||
        text !== text.trim() ||
        /[<>&]|\.\.\.|[\u0000-\u001f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/.test(text) ||
        /[{}]/.test(text.replaceAll(/\{\w+\}/g, '')),
    )
    expect(wrong).toEqual([])
  })

  test('says its name in its own words', () => {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? ''
    expect(language.toLocaleLowerCase(tag)).toBe(name.toLocaleLowerCase(tag))
  })

  test('is not English', () => {
    const same = [...own].filter(
      ([path, text]) => text === ofEnglish.get(path) && !ALIKE.has(`${tag} ${path}`),
    )
    expect(same.filter(([, text]) => placeholdersOf(text).length < 2)).toEqual([])
  })
})

/** Whoever speaks to the computer says what is written on the button (WCAG 2.5.3). */
test.each(Object.entries<Messages>({ en: english, ...languageFiles }))(
  'in %s a button’s name has its label in it',
  (tag, t) => {
    const lower = (text: string): string => text.toLocaleLowerCase(tag)
    for (const [name, label] of [
      [t.connectName, t.connect],
      [t.reauthorizeName, t.reauthorize],
      [t.disconnectName, t.disconnect],
      [t.cancelName, t.cancel],
      [t.updateKeyName, t.updateKey],
      [t.updateClientName, t.updateClient],
      [t.form.showName, t.form.show],
      [t.form.hideName, t.form.hide],
    ] as const) {
      expect(lower(name ?? '')).toContain(lower(label ?? 'a label'))
    }
  },
)
