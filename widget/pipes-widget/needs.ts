/** What a state takes beside the first script: the second one, and the rest of the words. */
import type { Integration } from '../api/integration.ts'
import { asArray } from '../api/read.ts'
import type { State } from './state.ts'

/** The organization has something for its members. */
export const isSharing = (state: State): boolean =>
  state.kind === 'ready' && asArray(state.shared?.['data']).length > 0

/** So many rows are seen at a glance. */
const AT_A_GLANCE = 10

export const isLong = (state: State): boolean =>
  state.kind === 'ready' && state.rows.length > AT_A_GLANCE

/** Something is on the screen that is drawn by the second script. */
export const needsMore = (state: State): boolean =>
  isLong(state) ||
  isSharing(state) ||
  (state.kind === 'ready' && state.rows.some(({ problem }) => problem?.code === ADMIN))

/** The provider wants its administrator's word first. */
export const ADMIN = 'admin_consent_required'

/** Nobody can connect it now, and what is connected does not work. */
export const isSwitchedOff = ({ raw }: Integration): boolean =>
  typeof raw['disabledSource'] === 'string'

/** Something has gone wrong, or may soon. */
export const isEventful = (state: State): boolean =>
  state.kind === 'failed' ||
  (state.kind === 'ready' &&
    (state.notice !== null ||
      state.rows.some(
        ({ activity, problem, integration }) =>
          activity !== 'idle' || problem !== null || isSwitchedOff(integration),
      )))
