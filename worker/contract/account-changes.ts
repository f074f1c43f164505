/** What the owner of a connection says of it: what it is called, and that it is the one to use. Beyond the contract. */
import * as v from 'valibot'

const MAX_NICKNAME = 64

/** What would fool the eye: controls, line ends, direction overrides. Joiners stay: scripts and pictures need them. */
const FOOLS_THE_EYE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

const nickname = v.pipe(
  v.string('must be a string'),
  v.trim(),
  v.check(
    (text) => Array.from(text).length <= MAX_NICKNAME,
    `must have at most ${MAX_NICKNAME} characters`,
  ),
  v.check((text) => text.isWellFormed(), 'must be well-formed Unicode'),
  v.check(
    (text) => !FOOLS_THE_EYE.test(text),
    'must not hold control characters, nor any that change the direction',
  ),
)

export const accountChanges = v.pipe(
  v.strictObject({
    nickname: v.optional(v.nullable(nickname)),
    preferred: v.optional(v.literal(true, 'must be true')),
  }),
  v.check((body) => Object.keys(body).length > 0, 'must name something to change'),
)
