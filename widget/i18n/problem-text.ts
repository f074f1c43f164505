/** A problem in the user's words. */
import type { Problem } from '../api/problem.ts'
import { asLabel } from '../api/read.ts'
import { fill, type Messages } from './messages.ts'

const SERVER_MESSAGE_LIMIT = 300

/**
 * What only the maker of the page can solve has no sentence here: the server's names what to register.
 *
 * @param name the provider's; null when the problem is about the whole widget
 */
export const problemText = (problem: Problem, name: string | null, t: Messages): string => {
  // What the page, or the administrator's words, say of a code of its own comes last.
  const sentence = Object.entries(t.problems).findLast(([codes]) =>
    codes.split(' ').includes(problem.code),
  )?.[1]
  if (sentence === undefined)
    return asLabel(problem.message, SERVER_MESSAGE_LIMIT) ?? t.unknownProblem
  return name === null
    ? capital(fill(sentence, { name: t.someProvider }))
    : fill(sentence, { name })
}

/** "the provider" may begin the sentence. */
const capital = (sentence: string): string =>
  sentence.replace(/^./u, (first) => first.toUpperCase())
