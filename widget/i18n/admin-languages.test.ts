import { describe, expect, test } from 'vitest'
import { adminEnglish, adminWordsOf } from '../test/admin-in-language.ts'
import { adminLanguageFiles } from '../test/admin-language-files.ts'
import { textsOf } from '../test/in-language.ts'
import { LANGUAGES } from './languages.ts'

const placeholdersOf = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\w+\}/g))].toSorted()

const ofEnglish = textsOf(adminEnglish.admin)
/** `dialogs.offPeople.one`: which forms there are depends on the language. */
const PLURAL = /^(dialogs\.offPeople)\.\w+$/
const unnumbered = (paths: Iterable<string>): readonly string[] =>
  [...new Set(Array.from(paths, (path) => path.replace(PLURAL, '$1')))].toSorted()

describe.each(Object.entries(adminLanguageFiles))('%s', (tag, words) => {
  const own = textsOf(words)

  test('has every text of English, and no other', () => {
    expect(unnumbered(own.keys())).toEqual(unnumbered(ofEnglish.keys()))
  })

  test('has each form that its numbers take, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions()
    expect(Object.keys(words.dialogs.offPeople).toSorted()).toEqual(pluralCategories.toSorted())
  })

  test('says the same things about the same things', () => {
    const wrong = [...own].filter(([path, text]) => {
      const wanted = placeholdersOf(ofEnglish.get(path.replace(PLURAL, '$1.other')) ?? '')
      const has = placeholdersOf(text)
      // "One person", "two people": a form that is for one number only need not say it in figures.
      const withCount = PLURAL.test(path) ? [...new Set([...has, '{count}'])].toSorted() : has
      return String(withCount) !== String(wanted)
    })
    expect(wrong).toEqual([])
  })

  test('is plain text throughout, and not English', () => {
    const wrong = [...own].filter(
      ([path, text]) =>
        text.trim() === '' ||
        text !== text.trim() ||
        /[<>&]|\.\.\.|[\u0000-\u001f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/.test(text) ||
        /[{}]/.test(text.replaceAll(/\{\w+\}/g, '')) ||
        (text === ofEnglish.get(path) && path !== 'news.failed'),
    )
    expect(wrong).toEqual([])
  })
})

/** Whoever speaks to the computer says what is written on the button (WCAG 2.5.3). */
test.each(LANGUAGES)('in %s a button’s name has its label in it', (tag) => {
  const { admin } = adminWordsOf(tag)
  const lower = (text = 'a text'): string => text.toLocaleLowerCase(tag)
  for (const [name, label] of [
    [admin.setUpName, admin.setUp],
    [admin.settingsName, admin.settings],
    [admin.peopleName, admin.people],
    [admin.accountsName, admin.accounts],
    [admin.dialogs.copyName, admin.dialogs.copy],
  ] as const) {
    expect(lower(name)).toContain(lower(label))
  }
})

/** Where two buttons stand side by side they are told apart by what they say. */
test.each(LANGUAGES)('in %s no two buttons of a row or a dialog are alike', (tag) => {
  const { admin, ...shared } = adminWordsOf(tag)
  const { settings, people, accounts } = admin
  const row = [shared.connect, shared.reauthorize, shared.disconnect, settings, people, accounts]
  expect(new Set(row).size).toBe(row.length)
  const { next, back, save, switchOff, close } = admin.dialogs
  expect(new Set([next, back, save, shared.cancel, switchOff, close]).size).toBe(6)
})
