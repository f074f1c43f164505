/** Chance that can be had again: every decision of a run follows from its seed. */
export type Dice = {
  /** True with this chance, from 0 to 1. */
  readonly roll: (chance: number) => boolean
  /** A number from 0 up to, and without, `limit`. */
  readonly upTo: (limit: number) => number
  /** A text that no other call returns. */
  readonly token: () => string
}

/** @param seed any whole number; the generator is mulberry32 */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  let count = 0
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    roll: (chance) => chance > 0 && next() < chance,
    upTo: (limit) => Math.floor(next() * limit),
    token: () => {
      count += 1
      return `${count}-${Math.floor(next() * 1e9).toString(36)}`
    },
  }
}
