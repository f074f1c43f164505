/** Registers `<pipes-widget>`. The only file of the widget whose import does something. */
import { askAhead } from '../api/ask-ahead.ts'
import { PipesWidget, targetOf } from './pipes-widget.ts'

// A page may load the script twice, and a second definition of a name throws.
if (!customElements.get('pipes-widget')) {
  if (typeof document !== 'undefined') {
    for (const element of document.querySelectorAll<HTMLElement>('pipes-widget')) {
      askAhead(element, targetOf(element))
    }
  }
  customElements.define('pipes-widget', PipesWidget)
}

declare global {
  interface HTMLElementTagNameMap {
    'pipes-widget': PipesWidget
  }
}
