/** What is said to everybody for a while: at the foot of the window, and to screen readers. */
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit'

const SHOWN_MS = 6000

export class Message {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>
  #text = ''
  #timer = 0

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host
  }

  view(): TemplateResult {
    return html`<div class="message" role="status" ?data-empty=${this.#text === ''}>
      ${this.#text}
    </div>`
  }

  say(text: string): void {
    clearTimeout(this.#timer)
    this.#show(text)
    this.#timer = setTimeout(() => this.#show(''), SHOWN_MS)
  }

  #show(text: string): void {
    this.#text = text
    this.#host.requestUpdate()
  }
}
