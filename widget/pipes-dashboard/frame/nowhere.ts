/** Instead of a page, where there is none. */
import type { TemplateResult } from 'lit'
import { notice } from '../parts/views.ts'

export const unknownPage = (): TemplateResult =>
  notice('magnifying-glass', 'There is no such page', 'The address leads nowhere in the dashboard.')

export const noEnvironment = (): TemplateResult =>
  notice(
    'environments',
    'There is no environment yet',
    'Create the first one with npm run bootstrap; worker/OPERATING.md, “Deploy”, shows how.',
  )
