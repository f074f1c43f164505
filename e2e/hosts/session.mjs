/** What each of the pages knows: where the Worker is, and how a session is had from its own backend. */
export const apiUrl = document.documentElement.dataset.api ?? ''

let asked = 0

/** @returns {Promise<string>} */
export async function getToken() {
  asked += 1
  document.documentElement.dataset.asked = String(asked)
  const response = await fetch(`/session${location.search}`, { method: 'POST' })
  return (await response.json()).token
}
