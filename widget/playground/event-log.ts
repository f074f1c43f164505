/** Each event as a page hears it, the newest first. */
import { find, make } from './elements.ts'

const LIMIT = 50

/** @param names from the manifest */
export const logEvents = (within: EventTarget, names: Iterable<string>): void => {
  for (const name of names) within.addEventListener(name, note)
}

const note = (event: Event): void => {
  const log = find('events')
  const fields = Object.entries(event).filter(([name]) => name !== 'isTrusted')
  log.prepend(
    make(
      'li',
      {},
      make('time', {}, new Date().toLocaleTimeString()),
      make('strong', {}, event.type),
      make('code', {}, JSON.stringify(Object.fromEntries(fields))),
    ),
  )
  while (log.children.length > LIMIT) log.lastElementChild?.remove()
}
