/** Thirty days as bars, drawn as SVG; the same numbers are in a table for those who do not see them. */
import { html, svg, type TemplateResult } from 'lit'
import type { Overview } from '../../../worker/contract/operator/answers.ts'

type Day = Overview['days'][number]
type Series = {
  readonly label: string
  readonly look: string
  readonly of: (day: Day) => number
}

const HEIGHT = 96
const STEP = 12
const BAR = 8

/** @param model.series drawn on top of each other, the first at the bottom */
export const dayChart = (model: {
  readonly title: string
  readonly days: readonly Day[]
  readonly series: readonly Series[]
}): TemplateResult => {
  const { title, days, series } = model
  const highest = Math.max(1, ...days.map((day) => sumOf(series, day)))
  const sums = series.map(({ of }) => days.reduce((sum, day) => sum + of(day), 0))
  return html`
    <figure class="chart">
      <figcaption>
        <h3>${title}</h3>
        <ul>
          ${series.map(
            ({ label, look }, index) =>
              html`<li class=${look}><b>${sums[index]?.toLocaleString('en')}</b> ${label}</li>`,
          )}
        </ul>
      </figcaption>
      <svg
        viewBox=${`0 0 ${Math.max(1, days.length) * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        ${days.map((day, index) => bars(series, day, index, highest))}
      </svg>
      <div class="ends subtle small" aria-hidden="true">
        <span>${dayName(days[0])}</span><span>${dayName(days.at(-1))}</span>
      </div>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              ${series.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${days
              .filter((day) => sumOf(series, day) > 0)
              .map(
                (day) =>
                  html`<tr>
                    <td>${dayName(day)}</td>
                    ${series.map(({ of }) => html`<td class="number">${of(day)}</td>`)}
                  </tr>`,
              )}
          </tbody>
        </table>
      </details>
    </figure>
  `
}

const sumOf = (series: readonly Series[], day: Day): number =>
  series.reduce((sum, { of }) => sum + of(day), 0)

const bars = (
  series: readonly Series[],
  day: Day,
  index: number,
  highest: number,
): TemplateResult[] => {
  let top = HEIGHT
  const drawn = [
    svg`<rect class="ground" x=${index * STEP + 2} y=${HEIGHT - 1} width=${BAR} height="1" />`,
  ]
  for (const { look, of } of series) {
    const height = (of(day) / highest) * (HEIGHT - 4)
    if (height === 0) continue
    top -= height
    drawn.push(
      svg`<rect class=${look} x=${index * STEP + 2} y=${top} width=${BAR} height=${height} rx="1" />`,
    )
  }
  return drawn
}

const format = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })

const dayName = (day: Day | undefined): string =>
  day === undefined ? '' : format.format(new Date(day.day))
