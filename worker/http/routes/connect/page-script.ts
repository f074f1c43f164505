/**
 * What our pages do in the browser. Plain JavaScript in one text, because its hash is the policy.
 *
 * `handoff`: believes a message only from its opener and only from the registered origin that asked;
 * then drops the opener for good and leaves by `location.replace` (decisions 15 and 16).
 */
export const PAGE_SCRIPT = `
(() => {
  const { task, origin, url } = document.body.dataset
  const by = (id) => document.getElementById(id)
  const say = (tone, title, text, hint) => {
    document.querySelector('main').dataset.tone = tone
    document.title = title
    by('title').textContent = title
    by('text').textContent = text
    by('hint').textContent = hint || ''
    const button = by('action')
    if (button) button.remove()
  }
  const fail = (text) => say('failure', 'Not connected', text, 'You can close this window and go back to the app.')

  const leave = async (body) => {
    try {
      const response = await fetch(location.href, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const answer = await response.json()
      if (!response.ok) return fail(answer.message)
      window.opener = null
      location.replace(answer.location)
    } catch {
      fail('The connection to this service failed. Check your network, then press Connect again in the app.')
    }
  }

  if (task === 'handoff') {
    let isTaken = false
    addEventListener('message', (event) => {
      const { data } = event
      if (isTaken || window.opener === null || event.source !== window.opener || event.origin !== origin) return
      if (typeof data !== 'object' || data === null) return
      const { handoffToken, redirectToken } = data
      if (typeof handoffToken !== 'string' || typeof redirectToken !== 'string') return
      isTaken = true
      event.source.postMessage({ redirectToken }, origin)
      leave({ handoff_token: handoffToken, redirect_token: redirectToken })
    })
    setTimeout(() => {
      if (!isTaken) fail('This window was not opened by the app that started the connection, so nothing was connected. Go back to the app and press Connect.')
    }, window.opener === null ? 0 : 12000)
  }

  if (task === 'continue') leave({})

  if (task === 'confirm') {
    by('action').addEventListener('click', (event) => {
      event.currentTarget.disabled = true
      leave({ confirmed: true })
    })
  }

  const closeSoon = () => setTimeout(() => close(), 900)
  if (task === 'close') closeSoon()

  if (task === 'watch') {
    const ends = Date.now() + 20000
    const look = async () => {
      const answer = await fetch(url).then((response) => response.json()).catch(() => ({}))
      if (answer.status === 'completed') {
        say('success', 'Connected', 'You can close this window.')
        return closeSoon()
      }
      if (answer.error) return fail(answer.error.message)
      if (Date.now() < ends) return setTimeout(look, 700)
      say('neutral', 'Almost done', 'Go back to the page where you pressed Connect: it finishes the connection.')
    }
    look()
  }
})()
`
