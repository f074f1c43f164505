/** `pipes-widget/admin`: the element for administrators, as `index.ts` has the one for everybody. */
export { PipesAdmin } from '../pipes-admin/pipes-admin.ts'
export * from '../pipes-admin/events.ts'
export type { AdminOverrides, AdminWords } from '../i18n/admin-messages.ts'
export type { PipesAdminProps } from './props.ts'
