/** The environment that was looked at last, for addresses that name none. */
const KEY = 'pipes-dashboard-environment'

export function rememberedEnvironment(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function rememberEnvironment(id: string): void {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // A browser that keeps nothing: the first environment is as good.
  }
}
