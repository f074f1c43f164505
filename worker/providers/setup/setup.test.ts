/** Laws over the guides: each provider has one that a developer can follow. */
import { expect, test } from 'vitest'
import { CATALOGUE } from '../catalogue.ts'
import type { ProviderDefinition } from '../definition.ts'
import { SETUP_GUIDES } from './all.ts'
import { KEY_PLACEMENTS } from './api-keys.ts'
import { COMPARED } from './compared.ts'
import type { SetupGuide } from './guide.ts'
import { READ } from './read.ts'
import { LEVELS, verificationOf } from './verification.ts'

const theirs = CATALOGUE.filter(({ builtIn }) => builtIn !== true)

function law(says: string, holds: (guide: SetupGuide, entry: ProviderDefinition) => void): void {
  test(says, () => {
    const broken = theirs.flatMap((entry) => {
      try {
        const guide = SETUP_GUIDES[entry.slug]
        if (guide === undefined) throw new Error('no guide')
        holds(guide, entry)
        return []
      } catch (error) {
        return [`${entry.slug}: ${String(error)}`]
      }
    })
    expect(broken).toEqual([])
  })
}

test('each guide is that of a provider', () => {
  const slugs = new Set(theirs.map(({ slug }) => slug))
  for (const slug of [...Object.keys(SETUP_GUIDES), ...Object.keys(KEY_PLACEMENTS)])
    expect(slugs).toContain(slug)
})

law('has three to eight steps, each a sentence, none twice', ({ steps }) => {
  expect(steps.length).toBeGreaterThanOrEqual(3)
  expect(steps.length).toBeLessThanOrEqual(8)
  expect(new Set(steps).size).toBe(steps.length)
  for (const step of steps) {
    expect(step).toMatch(/^\p{Lu}.*[.!?]$/u)
    expect(step.length, step).toBeGreaterThan(10)
    // Marked words are closed.
    expect(step.split('`').length % 2, step).toBe(1)
  }
})

law('leads to the provider’s own page, by https', ({ consoleUrl }) => {
  const { protocol, username, port } = new URL(consoleUrl)
  expect([protocol, username, port]).toEqual(['https:', '', ''])
})

law('says where the redirect URI goes, and which words are id and secret', ({ steps }, entry) => {
  if (entry.oauth?.authorizationUrl === undefined || entry.notOffered !== undefined) return
  const text = steps.join(' ')
  expect(text).toMatch(/redirect URI/i)
  expect(text).toMatch(/into the integration/)
})

law('has search terms as people type them', ({ terms = [] }) => {
  for (const term of terms) expect(term).toBe(term.toLowerCase())
})

law('names the provider’s key where it takes one', (_, { slug, authMethods }) => {
  if (authMethods.includes('api_key')) expect(KEY_PLACEMENTS[slug]).toBeDefined()
})

test('a key has a place, and its check is https', () => {
  for (const [slug, placement] of Object.entries(KEY_PLACEMENTS)) {
    const { name, format, headers = {}, check, checkMethod, note } = placement
    if (check !== undefined) expect(check, slug).toMatch(/^https:\/\//)
    if (checkMethod !== undefined) expect(check, slug).toBeDefined()
    expect(format, slug).not.toBe('')
    // What is fixed is no place for the key, and is what a header can be.
    expect(Object.keys(headers), slug).not.toContain(name)
    expect(() => new Headers(headers), slug).not.toThrow()
    if (note !== undefined) expect(note, slug).toMatch(/^\p{Lu}.*\.$/u)
  }
})

test('nothing is called checked that is not', () => {
  const levels = theirs.map((entry) => verificationOf(entry, false).level)
  expect(levels).not.toContain('live')
  expect(levels).not.toContain('wire')
  const addepar = theirs.find(({ slug }) => slug === 'addepar')
  if (addepar === undefined) throw new Error('no addepar')
  expect(verificationOf(addepar, false)).toEqual({
    level: 'recall',
    date: '2026-11',
    source: 'memory',
  })
  expect(verificationOf(addepar, true).level).toBe('wire')
  expect(verificationOf({ ...addepar, verified: 'docs' }, false).level).toBe('docs')
  expect(Object.keys(LEVELS)).toContain('endpoints')
})

law('shows a level with its date and its source', (_, entry) => {
  for (const hasServer of [false, true]) {
    const { level, date, source } = verificationOf(entry, hasServer)
    expect(Object.keys(LEVELS)).toContain(level)
    expect(date).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?$/)
    expect(source.length, source).toBeGreaterThan(5)
  }
})

test('what was read or compared is an entry, and says so at its level', () => {
  const levelOf = (slug: string): string => {
    const entry = theirs.find((one) => one.slug === slug)
    return entry === undefined ? 'no entry' : verificationOf(entry, false).level
  }
  expect(Object.keys(READ).filter((slug) => !['docs', 'emulated'].includes(levelOf(slug)))).toEqual(
    [],
  )
  expect(
    Object.keys(COMPARED).filter((slug) => !['compared', 'emulated'].includes(levelOf(slug))),
  ).toEqual([])
})
