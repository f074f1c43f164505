/** The element as frameworks see it: its properties and its events, taken from the class, so that none is forgotten. */
import type { LitElement } from 'lit'
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

/** `onpipes-connected`, as React 19 and Svelte 5 call a listener for `pipes-connected`. */
type Listeners = {
  [
    Name in keyof GlobalEventHandlersEventMap as Name extends `pipes-${string}`
      ? `on${Name}`
      : never
  ]?: ((event: GlobalEventHandlersEventMap[Name]) => void) | undefined
}

export type PipesWidgetProps = Properties<PipesWidget> & Listeners
