/** The elements as frameworks see them: their properties and events, taken from the classes, so that none is forgotten. */
import type { LitElement } from 'lit'
import type { PipesAdmin } from '../pipes-admin/pipes-admin.ts'
import type { PipesWidget } from '../pipes-widget/pipes-widget.ts'

type Method = (...values: never[]) => Promise<void> | void

/** Its own properties, without its methods. `getToken` is a function that the page sets. */
type Properties<Element> = {
  [
    Name in keyof Element as Name extends keyof LitElement
      ? never
      : Element[Name] extends Method
        ? never
        : Name
  ]?: Element[Name] | undefined
}

/**
 * Attributes as markup has them, which checkers do not take for the property of the same meaning. The looks have none: they
 * are the style sheet's. `hosts/bundle.ts` holds these to the manifest.
 */
type Attributes = {
  'session-url'?: string | undefined
  'api-url'?: string | undefined
  appearance?: 'plain' | undefined
  density?: 'compact' | undefined
}

/** `onpipes-connected`, as React 19 and Svelte 5 call a listener for `pipes-connected`. */
type Listeners<Never extends string> = {
  [
    Name in keyof GlobalEventHandlersEventMap as Name extends Never
      ? never
      : Name extends `pipes-${string}`
        ? `on${Name}`
        : never
  ]?: ((event: GlobalEventHandlersEventMap[Name]) => void) | undefined
}

/** What one of them never fires. */
export type PipesWidgetProps = Properties<PipesWidget> & Attributes & Listeners<'pipes-configured'>
export type PipesAdminProps = Properties<PipesAdmin> &
  Attributes &
  Listeners<'pipes-reauthorization-needed'>
