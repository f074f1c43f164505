/** Registers `<pipes-admin>`. */
import { PipesAdmin } from './pipes-admin.ts'

// A page may load the script twice, and a second definition of a name throws.
if (!customElements.get('pipes-admin')) customElements.define('pipes-admin', PipesAdmin)

declare global {
  interface HTMLElementTagNameMap {
    'pipes-admin': PipesAdmin
  }
}
