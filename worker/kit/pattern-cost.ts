/**
 * What a pattern can cost whoever runs it. The engine tries one way of matching after the other, and a value can be
 * made that lets it try all of them. So the ways are counted before a pattern is taken, without running it: where
 * the next character decides there is one.
 */
import { patternTree, type PatternNode } from './pattern-tree.ts'

/** With values of at most 255 characters that is some milliseconds, whatever is typed. */
const MAX_WAYS = 70_000
const LONGEST_VALUE = 256
/** Groups are read by recursion, and whoever checks several rules asks also for what is too long already. */
const LONGEST_PATTERN = 500
/** A group that is repeated is looked at each time; groups within groups must not make this the slow part. */
const MAX_LOOKS = 2000

type Letters = ReadonlySet<string>
/** In how many ways it matches, and what it may begin with, where `after` comes behind. */
type Seen = { readonly ways: number; readonly first: Letters }

/** Whether a pattern can be tried in time, and uses nothing but texts, sets, groups, `|` and counts. */
export function isCheap(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false
  const tree = patternTree(pattern)
  return tree !== undefined && look(tree, new Set(), { left: MAX_LOOKS }).ways <= MAX_WAYS
}

function look(node: PatternNode, after: Letters, looks: { left: number }): Seen {
  looks.left -= 1
  if (looks.left < 0) return { ways: Infinity, first: after }
  switch (node.kind) {
    case 'one':
      return { ways: 1, first: node.letters }
    case 'all':
      return node.parts.reduceRight<Seen>(
        (rest, part) => {
          const { ways, first } = look(part, rest.first, looks)
          return { ways: ways * rest.ways, first }
        },
        { ways: 1, first: after },
      )
    case 'any':
      return node.parts
        .map((part) => look(part, after, looks))
        .reduce((one, other) => either(one, other))
    case 'times':
      return node.of.kind === 'one'
        ? letters(node, node.of.letters, after)
        : copies(node, after, looks)
  }
}

const either = (one: Seen, other: Seen): Seen => ({
  ways: overlap(one.first, other.first) ? one.ways + other.ways : Math.max(one.ways, other.ways),
  first: new Set([...one.first, ...other.first]),
})

type Times = Extract<PatternNode, { kind: 'times' }>

/** Where what comes behind begins with one of the same letters, each length is a way. */
function letters({ least, most }: Times, set: Letters, after: Letters): Seen {
  const lengths = Math.min(most - least + 1, LONGEST_VALUE)
  return {
    ways: overlap(set, after) ? lengths : 1,
    first: least === 0 ? new Set([...set, ...after]) : set,
  }
}

function copies({ of, least, most }: Times, after: Letters, looks: { left: number }): Seen {
  if (most > 10) return { ways: Infinity, first: after }
  let seen: Seen = { ways: 1, first: after }
  for (let copy = most; copy > 0; copy -= 1) {
    const { ways, first } = look(of, seen.first, looks)
    const here = { ways: ways * seen.ways, first }
    seen = copy > least ? either(here, seen) : here
  }
  return seen
}

const overlap = (one: Letters, other: Letters): boolean =>
  [...one].some((letter) => other.has(letter))
