/** Registers `<pipes-widget>`. The only file of the widget whose import does something. */
import { PipesWidget } from './pipes-widget.ts'

// A page may load the script twice, and a second definition of a name throws.
if (!customElements.get('pipes-widget')) customElements.define('pipes-widget', PipesWidget)

declare global {
  interface HTMLElementTagNameMap {
    'pipes-widget': PipesWidget
  }
}
