/** Who manages the deployment in the dashboard, and how long a sign-in holds (security.md 4.11). */
import { hours, minutes } from '../kit/clock.ts'

/** From the most to the least: each may do what those behind it may. */
const ROLES = ['owner', 'developer', 'viewer'] as const

export type Role = (typeof ROLES)[number]

/** How somebody proves who they are. */
export type SignInMethod = 'passkey' | 'access'

export type Operator = {
  readonly id: string
  readonly name: string
  /** By which Cloudflare Access names them; null: they have a passkey. */
  readonly email: string | null
  readonly role: Role
  readonly createdAt: number
  readonly lastSeenAt: number | null
}

export type OperatorSession = {
  readonly id: string
  readonly operatorId: string
  readonly method: SignInMethod
  /** When its operator proved who it is. A session never gets younger: signing in again is another one. */
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly expiresAt: number
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

export const SESSION_MS = hours(12)
const IDLE_MS = hours(1)
const FRESH_MS = minutes(5)
/** Not with each request: a session is seen to the minute. */
export const SEEN_EVERY_MS = minutes(1)
export const INVITATION_MS = hours(24)
export const CHALLENGE_MS = minutes(5)
/** Wrong set-up tokens; then nothing is set up until another one is deployed. */
export const MAX_SETUP_FAILURES = 5

export const mayAct = (role: Role, needed: Role): boolean =>
  ROLES.indexOf(role) <= ROLES.indexOf(needed)

export const isSessionLive = (
  { lastSeenAt, expiresAt }: Pick<OperatorSession, 'lastSeenAt' | 'expiresAt'>,
  now: number,
): boolean => now < expiresAt && now < lastSeenAt + IDLE_MS

/** Until when a session opens what asks for a fresh sign-in. */
export const freshUntil = ({ createdAt }: Pick<OperatorSession, 'createdAt'>): number =>
  createdAt + FRESH_MS
