/** The page asks its own backend again whenever the widget says that something changed. */
const workspace = document.body.dataset.workspace ?? 'personal'
const providers = [
  ['google', 'Google'],
  ['slack', 'Slack'],
  ['microsoft', 'Microsoft'],
  ['linear', 'Linear'],
  ['sandbox', 'Sandbox'],
]

const NOTES = {
  not_installed: 'Connect GitHub above, and your repositories appear here.',
  needs_reauthorization: 'GitHub wants your consent again: choose Reauthorize above.',
  missing_scopes: 'GitHub is connected, but without the permission to list repositories.',
  failed: 'Your repositories could not be loaded.',
}

const ask = async (path) => {
  try {
    const response = await fetch(`${path}?workspace=${workspace}`)
    return await response.json()
  } catch {
    return { state: 'failed' }
  }
}

const element = (name, text, className) => {
  const made = document.createElement(name)
  made.textContent = text
  if (className) made.className = className
  return made
}

async function showRepositories() {
  const list = document.querySelector('#repositories')
  const note = document.querySelector('#repositories-note')
  const answer = await ask('/api/repos')
  const repositories = answer.repositories ?? []
  list.replaceChildren(
    ...repositories.map((repository) => {
      const item = document.createElement('li')
      item.append(element('strong', repository.name))
      if (repository.isPrivate) item.append(element('span', 'Private', 'tag'))
      if (repository.language) item.append(element('span', repository.language, 'language'))
      item.append(element('p', repository.description ?? ''))
      return item
    }),
  )
  list.dataset.state = answer.state
  note.textContent =
    answer.state === 'connected'
      ? `${repositories.length} repositories, listed by our backend with a fresh token.`
      : (NOTES[answer.state] ?? NOTES.failed)
}

async function showAccounts() {
  const answers = await Promise.all(providers.map(([slug]) => ask(`/api/accounts/${slug}`)))
  const rows = providers.flatMap(([slug, name], index) => {
    const { state, label } = answers[index]
    const value = element(
      'dd',
      label ?? (state === 'not_installed' ? 'Not connected' : 'Needs attention'),
    )
    value.dataset.provider = slug
    value.dataset.state = state
    return [element('dt', name), value]
  })
  document.querySelector('#accounts').replaceChildren(...rows)
}

const refresh = () => Promise.all([showRepositories(), showAccounts()])

for (const link of document.querySelectorAll('nav a')) {
  if (link.dataset.of === workspace) link.setAttribute('aria-current', 'page')
}
document.addEventListener('pipes-connected', refresh)
document.addEventListener('pipes-disconnected', refresh)
await refresh()
