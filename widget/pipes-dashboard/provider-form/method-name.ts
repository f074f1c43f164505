const METHODS = {
  oauth: 'OAuth',
  api_key: 'API key',
  client_credentials: 'Client credentials',
} as const

/** How people call a way of connecting. */
export const methodName = (method: keyof typeof METHODS): string => METHODS[method]
