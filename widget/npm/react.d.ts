/** `import 'pipes-widget/react'`: both elements in the JSX of React 19. Types only. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { PipesAdmin } from '../pipes-admin/pipes-admin.ts'
import type { PipesWidget } from '../pipes-widget/pipes-widget.ts'
import type { PipesAdminProps, PipesWidgetProps } from './props.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pipes-admin': DetailedHTMLProps<HTMLAttributes<PipesAdmin>, PipesAdmin> & PipesAdminProps
      'pipes-widget': DetailedHTMLProps<HTMLAttributes<PipesWidget>, PipesWidget> & PipesWidgetProps
    }
  }
}
