/** Cloudflare Access in front of the dashboard: whose assertions are believed, and who is the first to come in. */
export type AccessApplication = {
  /** The team's origin: its assertions name it as their issuer, and its keys lie under it. */
  readonly teamOrigin: string
  /** The application's AUD tag. */
  readonly audience: string
  /** Becomes an owner by signing in, as `emailKey` spells it. */
  readonly ownerEmail: string
}

/** Whom Access has let through. */
export type AssertedPerson = {
  /** As `emailKey` spells it. */
  readonly email: string
  /** When Access let them in, epoch milliseconds: never later than now. */
  readonly assertedAt: number
}

const EMAIL = /^[^\s@\p{C}]{1,64}@[^\s@\p{C}]{1,189}$/u

/**
 * Letters beyond ASCII stay as they are: Unicode's lower case makes the Kelvin sign a k, and somebody else's
 * address the owner's.
 *
 * @returns the one spelling by which people are found; undefined for what is no address
 */
export const emailKey = (text: string): string | undefined =>
  EMAIL.test(text) ? text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()) : undefined
