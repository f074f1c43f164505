/** A map that forgets its oldest entry instead of growing. For plain values, never for promises. */
export type BoundedMap<T> = {
  get(name: string): T | undefined
  set(name: string, value: T): void
  delete(name: string): void
}

/** @param limit how many entries are kept */
export function createBoundedMap<T>(limit: number): BoundedMap<T> {
  const entries = new Map<string, T>()
  return {
    get: (name) => entries.get(name),
    set(name, value) {
      const oldest = entries.size < limit ? undefined : entries.keys().next().value
      if (oldest !== undefined) entries.delete(oldest)
      entries.set(name, value)
    },
    delete: (name) => void entries.delete(name),
  }
}
