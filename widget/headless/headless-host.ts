/** Stands where the element stands for the controller: hears of changes, tells events, and is there until it is stopped. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class HeadlessHost extends EventTarget implements ReactiveControllerHost {
  readonly #controllers = new Set<ReactiveController>()
  readonly #onChange: () => void
  #isConnected = false
  #update: Promise<boolean> | null = null

  /** @param onChange called once for all that changed in one go */
  constructor(onChange: () => void) {
    super()
    this.#onChange = onChange
  }

  get isConnected(): boolean {
    return this.#isConnected
  }

  get updateComplete(): Promise<boolean> {
    return this.#update ?? Promise.resolve(true)
  }

  /** For the scripts that draw something, which are not loaded here. */
  get renderRoot(): never {
    throw new Error('Without the element there is nothing to draw in.')
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller)
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller)
  }

  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = null
      this.#onChange()
      return true
    })
  }

  start(): void {
    this.#isConnected = true
    for (const controller of this.#controllers) controller.hostConnected?.()
  }

  stop(): void {
    this.#isConnected = false
    for (const controller of this.#controllers) controller.hostDisconnected?.()
  }
}
