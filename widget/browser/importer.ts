/** A browser may remember that an address could not be imported; another one is asked anew. */
export const importer = <Module>(url: () => string): (() => Promise<Module>) => {
  let failures = 0
  return async () => {
    const address = failures === 0 ? url() : `${url()}?${failures}`
    try {
      return (await import(/* @vite-ignore */ address)) as Module
    } catch (error) {
      failures++
      throw error
    }
  }
}
