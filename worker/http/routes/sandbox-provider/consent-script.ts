/** What the consent page does in the browser: one text, because its hash is the policy. */
export const CONSENT_SCRIPT = `
(() => {
  const by = (id) => document.getElementById(id)
  const all = (selector) => [...document.querySelectorAll(selector)]
  const [other, problem] = [by('other'), by('problem')]
  const otherRadio = other.closest('label').querySelector('[type=radio]')

  const say = (text) => { problem.textContent = text }
  const lock = (isLocked) => all('button').forEach((button) => { button.disabled = isLocked })

  // Whoever writes a name means it.
  other.addEventListener('input', () => { otherRadio.checked = true })
  otherRadio.addEventListener('change', () => other.focus())

  const chosen = (part) => Object.assign({}, ...all('[data-part=' + part + ']')
    .filter(({ value }) => value !== '')
    .map(({ value }) => JSON.parse(value)))

  const allowed = () => {
    const picked = document.querySelector('[name=account]:checked')
    const account = (picked === otherRadio ? other.value : picked.value).trim()
    if (account === '' || /\\s/.test(account)) {
      other.focus()
      throw new Error('Write the name of the account, without blanks.')
    }
    const lifetime = by('lifetime')
    if (!lifetime.checkValidity() || lifetime.value === '') {
      lifetime.closest('details').open = true
      lifetime.focus()
      throw new Error('An access token lives a whole number of seconds, from 1 to ' + lifetime.max + '.')
    }
    const fault = chosen('fault')
    return {
      decision: 'allow',
      account,
      scopes: all('[name=scope]:checked').map(({ value }) => value),
      behaviour: {
        ...chosen('behaviour'),
        ...(lifetime.value === lifetime.defaultValue ? {} : { expires_in: Number(lifetime.value) }),
      },
      ...(fault.kind === undefined ? {} : { faults: [{ ...chosen('when'), ...fault }] }),
    }
  }

  const send = async (bodyOf) => {
    say('')
    lock(true)
    try {
      const response = await fetch(location.href, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf()),
      })
      const answer = await response.json()
      if (response.ok) return location.replace(answer.location)
      say(answer.message)
    } catch (error) {
      say(error instanceof TypeError ? 'This provider could not be reached. Check your network, then try again.' : error.message)
    }
    lock(false)
  }

  by('allow').addEventListener('click', () => send(allowed))
  by('deny').addEventListener('click', () => send(() => ({ decision: 'deny' })))
  addEventListener('keydown', (event) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
    if (event.key === 'Enter' && isField && !by('allow').disabled) send(allowed)
  })
})()
`
