/** Requests that a test stops at the provider's door, and lets go by name. */
const holds = new Map<string, { reached: Gate; released: Gate }>()

type Gate = { promise: Promise<void>; open: () => void }

function gate(): Gate {
  const { promise, resolve: open } = Promise.withResolvers<void>()
  return { promise, open }
}

export function holdOf(name: string): { reached: Gate; released: Gate } {
  const known = holds.get(name) ?? { reached: gate(), released: gate() }
  holds.set(name, known)
  return known
}

/** Says that the request is here, and waits until it is let go. */
export function held(name: string): Promise<void> {
  const hold = holdOf(name)
  hold.reached.open()
  return hold.released.promise
}
