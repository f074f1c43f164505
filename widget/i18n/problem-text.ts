/** A problem in the user's words. */
import type { Problem } from '../api/problem.ts'
import { asLabel } from '../api/read.ts'
import { fill, type Messages } from './messages.ts'

const SERVER_MESSAGE_LIMIT = 300

/** Problems that only the maker of the page can solve: the server's message names what to register. */
const SERVER_KNOWS_BEST: ReadonlySet<string> = new Set(['origin_not_allowed'])

/** @param name the provider's; null when the problem is about the whole widget */
export const problemText = (problem: Problem, name: string | null, t: Messages): string => {
  const fromServer = asLabel(problem.message, SERVER_MESSAGE_LIMIT)
  if (fromServer !== null && SERVER_KNOWS_BEST.has(problem.code)) return fromServer
  const sentence = Object.hasOwn(t.problems, problem.code) ? t.problems[problem.code] : undefined
  if (sentence === undefined) return fromServer ?? t.unknownProblem
  return name === null
    ? capital(fill(sentence, { name: t.someProvider }))
    : fill(sentence, { name })
}

/** "the provider" may begin the sentence. */
const capital = (sentence: string): string =>
  sentence.replace(/^./u, (first) => first.toUpperCase())
