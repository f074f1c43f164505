import { expect, test } from 'vitest'
import { problem } from '../api/problem.ts'
import { english } from '../test/in-language.ts'
import { withOverrides } from './messages.ts'
import { problemText } from './problem-text.ts'

test('a page’s own words for one of several codes leave those of the others', () => {
  const t = withOverrides(english, { problems: { verifier_mismatch: 'Started over there.' } })
  expect(problemText(problem('verifier_mismatch'), 'X', t)).toBe('Started over there.')
  expect(problemText(problem('completion_refused'), 'X', t)).toContain('Start again here')
})

test('a code that only ends as a known one is not taken for it', () => {
  expect(problemText(problem('mismatch', 'What it is.'), 'X', english)).toBe('What it is.')
})
