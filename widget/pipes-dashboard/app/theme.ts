/** Light, dark, or as the system says: one class on the document, which Web Awesome reads, too. */
const KEY = 'pipes-dashboard-theme'
const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const dark = matchMedia('(prefers-color-scheme: dark)')

function chosenTheme(): Theme {
  const stored = readStored()
  return THEMES.find((theme) => theme === stored) ?? 'system'
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // A browser that keeps nothing for us: it holds until the page is left.
  }
  show(theme)
}

/** Shows the theme that was chosen before, and follows the system where none was. */
export function followTheme(): void {
  show(chosenTheme())
  dark.addEventListener('change', () => show(chosenTheme()))
}

function show(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
  document.documentElement.classList.toggle('wa-dark', isDark)
  document.documentElement.classList.toggle('wa-light', !isDark)
}

const readStored = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
