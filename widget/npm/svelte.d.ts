/** `import 'pipes-widget/svelte'`: `<pipes-widget>` in the markup of Svelte 5. Types only. */
import type { HTMLAttributes } from 'svelte/elements'
import type { PipesWidget } from '../pipes-widget/pipes-widget.ts'
import type { PipesWidgetProps } from './props.ts'

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'pipes-widget': HTMLAttributes<PipesWidget> & PipesWidgetProps
  }
}
