/** For whom the controller works: the element, or who stands in for it where there is none. */
import type { ReactiveControllerHost } from 'lit'
import type { FormHost } from '../connect-form/contract.ts'

export type Host = ReactiveControllerHost &
  FormHost &
  Pick<HTMLElement, 'dispatchEvent' | 'isConnected'>
