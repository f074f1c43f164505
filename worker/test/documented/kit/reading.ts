/** Reads a request as strictly as a documentation can be read: what it does not name is complained of. */
export type Complaints = string[]

export type Params = ReadonlyMap<string, string>

/** The parameters of a query, each once. */
export function readQuery(url: URL, complaints: Complaints): Params {
  const params = new Map<string, string>()
  for (const [name, value] of url.searchParams) {
    if (params.has(name)) complaints.push(`${name} comes twice`)
    params.set(name, value)
  }
  return params
}

/** The parameters of a body in the one format that is documented. */
export async function readBody(
  request: Request,
  format: 'form' | 'json',
  complaints: Complaints,
): Promise<Params> {
  const text = await request.text()
  const type = request.headers.get('content-type') ?? ''
  const wanted = format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
  if (type.split(';')[0] !== wanted) complaints.push(`a body of ${type}, not ${wanted}`)
  if (format === 'form') return new Map(new URLSearchParams(text))
  try {
    return new Map(
      Object.entries(JSON.parse(text) as Record<string, unknown>).map(([name, value]) => [
        name,
        String(value),
      ]),
    )
  } catch {
    complaints.push('a body that is no JSON')
    return new Map()
  }
}

/** Each wanted value is there, and nothing besides it and `allowed`. */
export function checkParams(
  where: string,
  params: Params,
  wanted: Readonly<Record<string, string>>,
  allowed: readonly string[],
  complaints: Complaints,
): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (params.get(name) !== value) complaints.push(`${where}: ${name} is not ${value}`)
  }
  for (const name of params.keys()) {
    if (!Object.hasOwn(wanted, name) && !allowed.includes(name))
      complaints.push(`${where}: ${name} is not documented`)
  }
}

/** What every request may have; `user-agent` says who we are. */
const USUAL = new Set(['accept', 'authorization', 'content-type', 'user-agent'])

export function checkHeaders(
  where: string,
  headers: Headers,
  wanted: Readonly<Record<string, RegExp>>,
  complaints: Complaints,
): void {
  for (const name of headers.keys()) {
    if (!USUAL.has(name) && !Object.hasOwn(wanted, name))
      complaints.push(`${where}: header ${name} is not documented`)
  }
  for (const [name, pattern] of Object.entries(wanted)) {
    const value = headers.get(name) ?? ''
    if (!pattern.test(value)) complaints.push(`${where}: header ${name} is "${value}"`)
  }
}

/** User and password of Basic as they stand: nobody decodes them further. */
export function basicOf(headers: Headers): readonly [string, string] | undefined {
  const [scheme, value = ''] = (headers.get('authorization') ?? '').split(' ')
  if (scheme !== 'Basic') return undefined
  const [user = '', ...rest] = atob(value).split(':')
  return [user, rest.join(':')]
}

/** The token of `Authorization`, in the documented scheme. */
export const tokenOf = (headers: Headers, scheme = 'Bearer'): string | undefined => {
  const value = headers.get('authorization') ?? ''
  return value.startsWith(`${scheme} `) ? value.slice(scheme.length + 1) : undefined
}
