/** Instead of a page, where an address means none. */
import type { TemplateResult } from 'lit'
import { notice } from '../parts/views.ts'

export const unknownPage = (): TemplateResult =>
  notice('magnifying-glass', 'There is no such page', 'The address leads nowhere in the dashboard.')
