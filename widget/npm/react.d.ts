/** `import 'pipes-widget/react'`: `<pipes-widget>` in the JSX of React 19. Types only. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { PipesWidget } from '../pipes-widget/pipes-widget.ts'
import type { PipesWidgetProps } from './props.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pipes-widget': DetailedHTMLProps<HTMLAttributes<PipesWidget>, PipesWidget> & PipesWidgetProps
    }
  }
}
