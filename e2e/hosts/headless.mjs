/** A page that draws its own list, with nothing of ours on it but the controller. */
import { createPipes, needsForm } from 'pipes-widget/headless'
import { apiUrl, getToken } from './session.mjs'

const list = document.createElement('ul')
const heard = document.createElement('output')
document.querySelector('main').append(list, heard)

const pipes = createPipes({ apiUrl, getToken })
pipes.on('pipes-connected', ({ slug, accountLabel }) => {
  heard.textContent = `${slug} as ${accountLabel}`
})
pipes.on('pipes-disconnected', ({ slug }) => {
  heard.textContent = `${slug} is gone`
})
pipes.subscribe((state) => {
  document.documentElement.dataset.state = state.kind
  const rows = state.kind === 'ready' ? state.rows : []
  list.replaceChildren(...rows.map(item))
})

function item({ integration, activity, problem }) {
  const { account, name, slug } = integration
  const made = document.createElement('li')
  const button = document.createElement('button')
  const connect = () => {
    if (!needsForm(integration)) return pipes.connect(slug)
    return pipes.connect(slug, {
      entry: { method: 'api_key', secret: document.querySelector('input').value },
    })
  }
  button.textContent = `${account ? 'Remove' : 'Add'} ${name}`
  button.addEventListener('click', () => (account ? pipes.disconnect(slug) : connect()))
  const word = account ? `has ${account.label ?? account.lastFour}` : (problem?.code ?? activity)
  made.append(`${name}: ${word} `, button)
  return made
}

const key = document.createElement('input')
key.setAttribute('aria-label', 'Key')
document.querySelector('main').prepend(key)
