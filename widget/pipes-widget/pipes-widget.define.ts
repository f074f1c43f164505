/** Registers `<pipes-widget>`. The only file of the widget whose import does something. */
import { askAhead } from '../api/ask-ahead.ts'
import { ownOrigin } from '../browser/own-script.ts'
import { PipesWidget, targetOf } from './pipes-widget.ts'

/** As long as it takes from a token to the request, in steps of promises; still before the page's next script. */
const STEPS_TO_REQUEST = 20

const define = async (): Promise<void> => {
  for (const element of typeof document === 'undefined' ? [] : plainOnes()) {
    askAhead(element, targetOf(element))
  }
  // To define and to draw takes longer: what is asked is on its way meanwhile. Whoever imports the module of the npm
  // package has the element at once.
  for (let step = ownOrigin === null ? 0 : STEPS_TO_REQUEST; step > 0; step--)
    await Promise.resolve()
  customElements.define('pipes-widget', PipesWidget)
}

const plainOnes = () => document.querySelectorAll<HTMLElement>('pipes-widget')

// A page may load the script twice, and a second definition of a name throws.
if (!customElements.get('pipes-widget')) void define()

declare global {
  interface HTMLElementTagNameMap {
    'pipes-widget': PipesWidget
  }
}
