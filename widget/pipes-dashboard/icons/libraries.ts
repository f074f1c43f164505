/** Web Awesome takes its icons from our one file: otherwise it asks a foreign host, `data:` addresses and innerHTML. */
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js'

const SHEET = '/dashboard/assets/icons.svg'

export function useIconSheet(): void {
  for (const library of ['default', 'system']) {
    registerIconLibrary(library, {
      resolver: (name) => `${SHEET}#${name}`,
      spriteSheet: true,
      // Without it a picture is as wide as a browser makes one that says nothing of itself.
      mutator: (picture) => picture.setAttribute('viewBox', '0 0 24 24'),
    })
  }
}
