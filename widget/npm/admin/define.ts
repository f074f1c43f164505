/** `pipes-widget/admin/define`: registers `<pipes-admin>`. On a server it does nothing. */
import '../../pipes-admin/pipes-admin.define.ts'

export * from '../admin.ts'
