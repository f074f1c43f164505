/** The one-way law: a file imports from its own folder and from lower ranks, never from a sibling. */
import { importsOf, resolved } from './lint-source.ts'
import type { Import, Source } from './lint-source.ts'

type Finding = { readonly index: number; readonly message: string }

const RANKS: Readonly<Record<string, number>> = {
  kit: 0,
  domain: 1,
  'sandbox-provider': 1,
  contract: 2,
  providers: 2,
  storage: 3,
  oauth: 3,
  auth: 4,
  vault: 4,
  'use-cases': 5,
  runtime: 6,
  http: 7,
  jobs: 7,
  refresh: 7,
}
const ROOT_RANK = 8

// Tests and tools stand above the building; nothing in it may lean on them.
const ABOVE = new Set(['test', 'tools'])

// Long, and never part of the Worker's script.
const TEXTS = 'worker/providers/setup/'

/** `worker/http/app.ts` → `http`; a file of worker/ itself → ''. */
const layerOf = (path: string): string => /^worker\/([^/]+)\//.exec(path)?.[1] ?? ''

const rankOf = (layer: string): number | undefined => (layer === '' ? ROOT_RANK : RANKS[layer])

export function layerFindings(source: Source): Finding[] {
  const layer = layerOf(source.path)
  if (!source.path.startsWith('worker/') || ABOVE.has(layer)) return []
  const rank = rankOf(layer)
  if (rank === undefined) return [{ index: 0, message: `worker/${layer}/ has no rank` }]
  if (/\.(?:test|config)\.ts$/.test(source.path)) return []

  return workerImports(source).flatMap(({ path, index }) => {
    const target = layerOf(path)
    if (path.startsWith(TEXTS) && !source.path.startsWith(TEXTS)) {
      return [{ index, message: 'no request needs these texts: tools make pages of them' }]
    }
    if (target === layer) return []
    if (target === 'contract' && layer !== 'http') {
      return [{ index, message: `only http imports contract, not ${layer || 'the root'}` }]
    }
    const targetRank = rankOf(target)
    if (targetRank !== undefined && targetRank < rank) return []
    return [
      { index, message: `${layer || 'the root'} (${rank}) may not import ${target || 'the root'}` },
    ]
  })
}

const DOCUMENTED = 'worker/test/documented/'

/** What providers' documentation says is written down without a look at what we made of it. */
export function documentedFindings(source: Source): Finding[] {
  if (!source.path.startsWith(DOCUMENTED)) return []
  return importsOf(source).flatMap(({ specifier, index }) =>
    resolved(source, specifier)?.startsWith(DOCUMENTED) === true
      ? []
      : [{ index, message: `${DOCUMENTED} imports from itself alone` }],
  )
}

const workerImports = (source: Source): (Import & { readonly path: string })[] =>
  importsOf(source).flatMap((found) => {
    const path = resolved(source, found.specifier)
    return path?.startsWith('worker/') ? [{ ...found, path }] : []
  })

/** Between the three parts: the browser knows the wire's types and nothing else of the Worker. */
export function borderFindings(source: Source): Finding[] {
  return importsOf(source).flatMap(({ specifier, typeOnly, index }) => {
    const path = resolved(source, specifier)
    if (path === undefined) return []
    const message = crossing(source.path, path, typeOnly)
    return message === undefined ? [] : [{ index, message }]
  })
}

function crossing(from: string, to: string, typeOnly: boolean): string | undefined {
  const [home, target] = [from.split('/')[0], to.split('/')[0]]
  if (home === target) return undefined
  if (home === 'worker') return `worker/ imports nothing of ${target}/`
  if (home === 'e2e') {
    if (!to.startsWith('worker/contract/') || typeOnly) return undefined
    return 'e2e/ imports worker/contract/ only as types'
  }
  if (home !== 'widget' || from.endsWith('.config.ts')) return undefined
  return typeOnly && to.startsWith('worker/contract/')
    ? undefined
    : 'widget/ imports worker/contract/ only, and only as types'
}
