/** `import 'pipes-widget/vue'`: both elements in the templates of Vue 3. Types only. */
import type { DefineComponent } from 'vue'
import type { PipesAdminProps, PipesWidgetProps } from './props.ts'

declare module 'vue' {
  interface GlobalComponents {
    'pipes-admin': DefineComponent<PipesAdminProps>
    'pipes-widget': DefineComponent<PipesWidgetProps>
  }
}
