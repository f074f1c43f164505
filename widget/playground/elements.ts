/** What the page's controls are made of. */

type Child = Node | string

export const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

export const find = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}`)
  return found
}

/** A control with its name before it. */
export const labelled = (name: Child, control: HTMLElement): HTMLLabelElement =>
  make('label', {}, make('span', {}, name), control)

/** @param options value and what it is called; the first is chosen where `value` is none of them */
export const select = (
  options: readonly (readonly [value: string, name: string])[],
  value: string,
  choose: (value: string) => void,
): HTMLSelectElement => {
  const made = make(
    'select',
    {},
    ...options.map(([of, name]) => make('option', { value: of }, name)),
  )
  if (options.some(([of]) => of === value)) made.value = value
  made.addEventListener('change', () => choose(made.value))
  return made
}

export const button = (name: string, press: () => void): HTMLButtonElement => {
  const made = make('button', { type: 'button' }, name)
  made.addEventListener('click', press)
  return made
}
