/** What a view may ask for. The controller does it. */
export type Actions = {
  connect(slug: string): void
  cancelConnect(slug: string): void
  askDisconnect(slug: string): void
  dismissDisconnect(slug: string): void
  disconnect(slug: string): void
  load(): void
}
