/** Registers `<pipes-dashboard>`: what the page at /dashboard loads. Its import does everything that has to be done once. */
import './dashboard.css'
import { useIconSheet } from './icons/libraries.ts'
import { PipesDashboard } from './pipes-dashboard.ts'

useIconSheet()
customElements.define('pipes-dashboard', PipesDashboard)

declare global {
  interface HTMLElementTagNameMap {
    'pipes-dashboard': PipesDashboard
  }
}
