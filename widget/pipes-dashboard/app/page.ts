/** What all pages of the dashboard are: elements that are given the app and the item of the address. */
import { LitElement, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import { sheet } from '../styles/sheet.styles.ts'
import type { App } from './dashboard-app.ts'

/** Whether the address asks for a new one at once; asked once, so that a reload shows the page. */
export function takeNew(): boolean {
  if (location.search !== '?new') return false
  history.replaceState(history.state, '', location.pathname)
  return true
}

export class Page extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    item: { attribute: false },
  }

  static override styles: CSSResultGroup = sheet

  /** Given before the element is connected. */
  declare app: App
  declare item: string | null
  /** A list: it stays as it is while somebody looks at one of its things, and is there again when they come back. */
  readonly keepsPlace: boolean = false

  constructor() {
    super()
    this.item = null
  }
}
