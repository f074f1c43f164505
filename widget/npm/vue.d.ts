/** `import 'pipes-widget/vue'`: `<pipes-widget>` in the templates of Vue 3. Types only. */
import type { DefineComponent } from 'vue'
import type { PipesWidgetProps } from './props.ts'

declare module 'vue' {
  interface GlobalComponents {
    'pipes-widget': DefineComponent<PipesWidgetProps>
  }
}
