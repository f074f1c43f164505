/** `pipes-widget/define`: registers `<pipes-widget>`. On a server it does nothing. */
import '../pipes-widget/pipes-widget.define.ts'

export * from './index.ts'
