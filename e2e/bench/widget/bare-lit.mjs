/** The least that shows the same rows: one request, one template, no state but the list. */
import { css, html, LitElement } from 'lit'

const query = new URLSearchParams(location.search)
const getToken = () => Promise.resolve(query.get('token'))

class BareList extends LitElement {
  static properties = { rows: { attribute: false } }
  static styles = css`
    li {
      display: grid;
      grid-template-columns: auto 1fr auto auto;
      gap: 1rem;
      padding: 0.875rem 1rem;
    }
    img {
      width: 1.5rem;
      height: 1.5rem;
    }
  `

  constructor() {
    super()
    this.rows = []
    void this.load()
  }

  async load() {
    const answer = await fetch(`${query.get('api')}/_widgets/DataIntegrations/mine`, {
      headers: {
        authorization: `Bearer ${await getToken()}`,
        'content-type': 'application/json',
        'workos-widgets-version': '1',
        'workos-widgets-type': 'pipes',
      },
    })
    this.rows = (await answer.json()).data
  }

  render() {
    return html`<ul>
      ${this.rows.map(
        ({ name, description, iconUrl, installation }) =>
          html`<li>
            <img src=${iconUrl} alt="" />
            <span><b>${name}</b> ${description}</span>
            <span>${installation ? 'Connected' : 'Not connected'}</span>
            <button type="button">${installation ? 'Disconnect' : 'Connect'}</button>
          </li>`,
      )}
    </ul>`
  }
}
customElements.define('bare-list', BareList)
