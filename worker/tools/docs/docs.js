/**
 * What a browser adds to the pages of the documentation: copying, one language for all examples, a filter,
 * and where one is. Without it everything is there all the same.
 */
const root = document.documentElement
root.classList.add('scripted')

const each = (selector, work) => document.querySelectorAll(selector).forEach(work)

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties)
}

// One language for all examples, remembered.
const LANGUAGE = 'pipes-docs-language'
const remembered = () => {
  try {
    return localStorage.getItem(LANGUAGE)
  } catch {
    return null
  }
}

function speak(language) {
  root.dataset.language = language
  each('.languages button', (button) => {
    button.setAttribute('aria-pressed', String(button.value === language))
  })
  try {
    localStorage.setItem(LANGUAGE, language)
  } catch {
    // A browser that keeps nothing starts with curl each time.
  }
}

each('.looks', (looks) => {
  const examples = [...looks.querySelectorAll('.code[data-language]')]
  const names = examples.map((example) => [
    example.dataset.language,
    example.querySelector('figcaption').textContent,
  ])
  for (const example of examples) {
    const languages = make('span', { className: 'languages' })
    for (const [value, textContent] of names) {
      const button = make('button', { type: 'button', value, textContent })
      button.addEventListener('click', () => {
        const before = button.getBoundingClientRect().top
        speak(value)
        const [now] = [...looks.querySelectorAll(`button[value="${value}"]`)].filter(
          (one) => one.offsetParent !== null,
        )
        if (now === undefined) return
        // Examples above have other lengths in the other language: what was pressed stays where it is.
        scrollBy({ top: now.getBoundingClientRect().top - before, behavior: 'instant' })
        now.focus({ preventScroll: true })
      })
      languages.append(button)
    }
    example.querySelector('figcaption').replaceChildren(languages)
  }
})
speak(remembered() === 'node' ? 'node' : 'curl')

// Copying.
each('.code', (code) => {
  const button = make('button', { type: 'button', className: 'copy', textContent: 'Copy' })
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.querySelector('pre').textContent)
      button.textContent = 'Copied'
    } catch {
      getSelection().selectAllChildren(code.querySelector('pre'))
      button.textContent = 'Selected'
    }
    setTimeout(() => {
      button.textContent = 'Copy'
    }, 1600)
  })
  code.querySelector('figcaption').append(button)
})

// The filter. Every word must occur.
const filter = document.querySelector('#filter')
const contents = document.querySelector('#contents')

function narrow() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean)
  const away = new Set()
  let count = 0
  each('[data-find]', (section) => {
    const fits = words.every((word) => section.dataset.find.includes(word))
    section.classList.toggle('is-away', !fits)
    if (fits) count += 1
    else away.add(section.id)
  })
  each('[data-of]', (item) => {
    const isEmpty = item.dataset.of.split(' ').every((id) => away.has(id))
    item.classList.toggle('is-away', isEmpty)
  })
  each('.chapter, .intro', (chapter) => {
    const isEmpty = chapter.querySelector('[data-find]:not(.is-away)') === null
    chapter.classList.toggle('is-away', words.length > 0 && isEmpty)
  })
  each('#contents h2', (heading) => {
    const isEmpty = heading.nextElementSibling.querySelector('li:not(.is-away)') === null
    heading.classList.toggle('is-away', isEmpty)
  })
  document.querySelector('#found').textContent =
    words.length === 0 ? '' : count === 0 ? 'Nothing found' : `${count} found`
}

if (filter !== null) {
  document.querySelector('.filter').hidden = false
  filter.addEventListener('input', narrow)
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && filter.value !== '') {
      filter.value = ''
      narrow()
      event.preventDefault()
    }
    if (event.key === 'Enter') {
      document.querySelector('#contents [data-of]:not(.is-away) a')?.click()
    }
    if (event.key === 'ArrowDown') {
      document.querySelector('#contents [data-of]:not(.is-away) a')?.focus()
      event.preventDefault()
    }
  })
  addEventListener('keydown', (event) => {
    const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]') != null
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (filter.offsetParent === null) contents.showPopover()
    filter.focus()
  })
  // On a narrow screen the list goes away when something was chosen.
  contents.addEventListener('click', (event) => {
    if (event.target.closest('a') !== null && contents.matches(':popover-open')) {
      contents.hidePopover()
    }
  })
}

// A link from elsewhere leads to something, whatever was filtered before.
addEventListener('hashchange', () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target?.closest('.is-away') == null || filter === null) return
  filter.value = ''
  narrow()
  target.scrollIntoView()
})

// Where one is.
const links = new Map()
each('#contents a[href^="#"]', (link) => links.set(link.hash.slice(1), link))
const seen = new Set()
let current
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target)
      else seen.delete(target)
    }
    const [first] = [...seen].toSorted((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1))
    const link = links.get(first?.id)
    if (link === undefined || link === current) return
    current?.removeAttribute('aria-current')
    link.setAttribute('aria-current', 'true')
    current = link
    const box = link.getBoundingClientRect()
    const around = contents.getBoundingClientRect()
    if (box.top < around.top + 40 || box.bottom > around.bottom - 40) {
      contents.scrollTop += box.top - around.top - around.height / 3
    }
  },
  { rootMargin: '-96px 0px -60% 0px' },
)
for (const id of links.keys()) {
  const section = document.getElementById(id)
  if (section?.matches('section') === true) watcher.observe(section)
}
