/** `pipes-widget`: the element's class, its events and its types. Importing it registers nothing. */
export { PipesWidget } from '../pipes-widget/pipes-widget.ts'
export * from '../pipes-widget/events.ts'
export type { MessageOverrides, Messages } from '../i18n/messages.ts'
export type { PipesWidgetProps } from './props.ts'
