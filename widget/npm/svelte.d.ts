/** `import 'pipes-widget/svelte'`: both elements in the markup of Svelte 5. Types only. */
import type { HTMLAttributes } from 'svelte/elements'
import type { PipesAdmin } from '../pipes-admin/pipes-admin.ts'
import type { PipesWidget } from '../pipes-widget/pipes-widget.ts'
import type { PipesAdminProps, PipesWidgetProps } from './props.ts'

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'pipes-admin': HTMLAttributes<PipesAdmin> & PipesAdminProps
    'pipes-widget': HTMLAttributes<PipesWidget> & PipesWidgetProps
  }
}
