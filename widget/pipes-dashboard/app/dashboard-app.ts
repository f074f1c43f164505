/** What every page is given: who is signed in, which environment is meant, the API, and the ways back to the frame around it. */
import type {
  OperatorEnvironment,
  OperatorState,
} from '../../../worker/contract/operator/answers.ts'
import type { EnvironmentApi, OperatorApi } from '../api/operator-api.ts'
import type { Send } from '../api/request.ts'

export type Operator = NonNullable<OperatorState['operator']>

export type App = {
  readonly operator: Operator
  /** Cloudflare Access signs people in, and no passkey. */
  readonly isByAccess: boolean
  readonly environments: readonly OperatorEnvironment[]
  readonly environment: OperatorEnvironment
  readonly api: OperatorApi
  readonly here: EnvironmentApi
  readonly send: Send
  readonly go: (path: string) => void
  /** Says it to everybody: at the foot of the window, and to screen readers. */
  readonly say: (message: string) => void
  /** An environment as it is now. */
  readonly changed: (environment: OperatorEnvironment) => void
  readonly signOut: () => void
}

const RANKS = { viewer: 0, developer: 1, owner: 2 } as const

/** The Worker decides; this only spares people buttons that it would refuse. */
export const may = ({ operator }: Pick<App, 'operator'>, role: keyof typeof RANKS): boolean =>
  RANKS[operator.role] >= RANKS[role]
