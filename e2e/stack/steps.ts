/** The steps of `npm run check`, ordered by how fast each can say no; two run at a time. */
export type Step = {
  readonly name: string
  readonly says: string
  /** A script of package.json, with arguments. */
  readonly command: readonly string[]
  /** Steps of which none may have failed: without them this one tells nothing. */
  readonly needs?: readonly string[]
  readonly runner?: 'vitest' | 'playwright'
  /** It is busy on all cores by itself: nothing runs beside it. */
  readonly isAlone?: boolean
}

export const STEPS: readonly Step[] = [
  { name: 'format', says: 'oxfmt would change a file', command: ['format:check'] },
  {
    name: 'types',
    says: 'worker-env.d.ts differs from wrangler.toml',
    command: ['types', '--check'],
  },
  { name: 'lint', says: 'oxlint, or a law of the house', command: ['lint'] },
  { name: 'typecheck', says: 'tsc', command: ['typecheck'] },
  { name: 'deadcode', says: 'an unused file, export or dependency', command: ['deadcode'] },
  {
    name: 'mutants',
    says: 'a page and a provider’s documentation differ, or nobody sees a changed field',
    command: ['providers:mutate', '--short'],
  },
  { name: 'build', says: 'the widget or the Worker does not build', command: ['build'] },
  { name: 'size', says: 'a budget is passed', command: ['size'], needs: ['build'] },
  {
    name: 'openapi',
    says: 'the API’s document, or what it says of errors and of the SDK, is not right',
    command: ['openapi'],
    needs: ['build'],
  },
  ...[1, 2].map((part): Step => ({
    name: `worker ${part}/2`,
    says: 'a test in workerd',
    command: ['test:worker', `--shard=${part}/2`],
    needs: ['build'],
    runner: 'vitest',
  })),
  { name: 'widget', says: 'a test in Chromium', command: ['test:widget'], runner: 'vitest' },
  {
    name: 'fuzz',
    says: 'a connection is lost, or the harness no longer bites',
    command: ['fuzz:refresh', '--short'],
    needs: ['build'],
  },
  {
    name: 'fuzz:api',
    says: 'an answer that the API’s document does not know, a 5xx, or a secret that comes back',
    command: ['fuzz:api', '--short'],
    needs: ['build'],
  },
  {
    name: 'race',
    says: 'two refreshes where one was due',
    command: ['race:refresh', '--short'],
    needs: ['build'],
  },
  {
    name: 'drill',
    says: 'a rotation of the key ring loses a read, or leaves something behind',
    command: ['drill:keys', '--short'],
    needs: ['build'],
  },
  {
    name: 'peers',
    says: 'an OAuth server did, or was done to, otherwise than expected',
    command: ['peers'],
    needs: ['build'],
  },
  {
    name: 'e2e',
    says: 'a flow',
    command: ['e2e'],
    needs: ['build'],
    runner: 'playwright',
    isAlone: true,
  },
]
