/** `npm run bench:widget`: how soon the first row is there, beside a bare Lit page and the published React widget. */
import { amount, commandLine, wholeNumber } from '../../worker/tools/command-line.ts'
import { chromium } from 'playwright'
import { operatorPass } from '../../worker/tools/keys.ts'
import { openLocalState } from '../stack/local-state.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { startStack } from '../stack/stack.ts'
import { chromiumLaunch } from '../support/chromium-launch.ts'
import { pipesApi } from '../support/pipes-api.ts'
import { CONTESTANTS, startTrack, type Contestant } from './widget/contestants.ts'
import { firstRow, typing, type Conditions } from './widget/stopwatch.ts'

const LIMITS = { time: 1.15, bytes: 1 / 9, long: 1.5, frameMs: 16 } as const
const FEW = 10
const MANY = 300
/** In every row's name; the first of them is looked for. */
const ROW = 'Provider 001'
const HELP = `npm run bench:widget -- [--rounds N] [--cpu N] [--slow-network] [--help]

Cold cache, one Chromium, one Worker: the time to the first row of our widget, of a bare Lit page with the same
rows, and of the published React widget, one after the other in each round; bytes of each; our list of ${FEW} and of
${MANY} providers; what a letter costs in the search of the long one. Ratios are medians of the rounds' own.

  --rounds N      (default 45: fewer scatter by a tenth)
  --cpu N         a processor so many times slower (default 1)
  --slow-network  1.6 Mbit/s and 150 ms

Exits 1 when ours takes more than ${LIMITS.time} × the bare page's time or 1/9 of React's bytes, the long list more than
${LIMITS.long} × the short one's time, or a letter ${LIMITS.frameMs} ms.
`
const typed = commandLine(HELP, {
  rounds: { type: 'string' },
  cpu: { type: 'string' },
  'slow-network': { type: 'boolean', default: false },
})
const { values } = typed
const rounds = wholeNumber(typed, 'rounds', values.rounds, 45)
const conditions: Conditions = {
  cpu: amount(typed, 'cpu', values.cpu, 1),
  network: values['slow-network'] ? { bitsPerSecond: 1_600_000, latencyMs: 150 } : null,
}

const directory = scratchDirectory('bench-widget')
const stack = await startStack({
  ports: { worker: 0, app: 0, emulators: 0 },
  directory,
  emulators: [],
})
const browser = await chromium.launch(chromiumLaunch())
const track = await startTrack(stack.url)
try {
  const few = await environmentOf(FEW)
  const many = await environmentOf(MANY)
  const url = (contestant: Contestant, token: string): string => track.urlFor(contestant, token)
  const time = (address: string): Promise<number> => firstRow(browser, address, ROW, conditions)

  const samples: (Readonly<Record<Contestant, number>> & { readonly many: number })[] = []
  // The first round warms the Worker and the browser, and is thrown away.
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? CONTESTANTS : CONTESTANTS.toReversed()
    const times: Partial<Record<Contestant, number>> = {}
    for (const one of order) times[one] = await time(url(one, few))
    const { ours = Number.NaN, lit = Number.NaN, react = Number.NaN } = times
    const sample = { ours, lit, react, many: await time(url('ours', many)) }
    if (round > 0) samples.push(sample)
  }
  const letters = await typing(browser, url('ours', many), 'provider 29')

  const toLit = median(samples.map(({ ours, lit }) => ours / lit))
  const toReact = median(samples.map(({ ours, react }) => ours / react))
  const toFew = median(samples.map((sample) => sample.many / sample.ours))
  const { bytes } = track
  console.table(
    CONTESTANTS.map((one) => ({
      page: one,
      'first row, ms': Math.round(median(samples.map((sample) => sample[one]))),
      'ours / it': (one === 'ours' ? 1 : one === 'lit' ? toLit : toReact).toFixed(2),
      'bytes, brotli': bytes[one],
    })),
  )
  console.log(`${MANY} providers / ${FEW}: ${toFew.toFixed(2)}`)
  console.log(`a letter among ${MANY}: ${Math.max(...letters).toFixed(1)} ms at most`)
  const problems = [
    toLit > LIMITS.time && `ours / bare Lit is ${toLit.toFixed(2)}, more than ${LIMITS.time}`,
    bytes.ours > bytes.react * LIMITS.bytes && `${bytes.ours} bytes are more than 1/9 of React’s`,
    toFew > LIMITS.long && `${MANY} providers take ${toFew.toFixed(2)} × as long as ${FEW}`,
    Math.max(...letters) >= LIMITS.frameMs && `a letter takes ${LIMITS.frameMs} ms or more`,
  ].filter((problem) => problem !== false)
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  await track.close()
  await browser.close()
  await stack.stop()
}

/** @returns a session of somebody in a new environment with so many providers */
async function environmentOf(count: number): Promise<string> {
  const pass = operatorPass((await openLocalState(directory)).read().apiKeyPepper)
  const operate = async (
    path: string,
    body: unknown,
  ): Promise<Readonly<Record<string, string>>> => {
    const answer = await fetch(stack.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${pass}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Readonly<Record<string, string>>
  }
  const { id } = await operate('/environments', { name: `${count} providers`, kind: 'sandbox' })
  const { key = '' } = await operate(`/environments/${id}/api_keys`, { name: 'bench' })
  const pipes = pipesApi(stack.url, key)
  for (let made = 1; made <= count; made += 1) {
    const name = `Provider ${String(made).padStart(3, '0')}`
    const answer = await pipes.call('POST', '/data-integrations', {
      provider: name.toLowerCase().replace(' ', '-'),
      enabled: true,
      description: 'Something that one may want to connect, in a sentence.',
      auth_methods: ['api_key'],
      custom_provider: { name },
    })
    if (answer.status !== 201) throw new Error(await answer.text())
  }
  return pipes.widgetToken('user_bench')
}

function median(values_: readonly number[]): number {
  const sorted = values_.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
