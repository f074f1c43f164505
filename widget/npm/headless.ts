/** `pipes-widget/headless`: everything but the element. */
export {
  createPipes,
  type Pipes,
  type PipesEvents,
  type PipesOptions,
  type SessionOptions,
} from '../headless/create-pipes.ts'
export {
  methodsNow,
  needsForm,
  type AuthMethod,
  type ConnectedAccount,
  type Integration,
} from '../api/integration.ts'
export type { Aim } from '../api/pipes-api.ts'
export type { Problem } from '../api/problem.ts'
export { answersOf, fieldsOf, type ConfigField } from '../connect-form/config-fields.ts'
export type { FormEntry } from '../connect-form/contract.ts'
export * from '../pipes-widget/events.ts'
export type { Activity, Row } from '../pipes-widget/row.ts'
export type { State } from '../pipes-widget/state.ts'
