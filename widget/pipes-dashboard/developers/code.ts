/** What a developer pastes, with this deployment's own values. */

/** @param origin of the Worker */
export const embedCode = (origin: string): string =>
  `<script src="${origin}/pipes-widget.js" defer></script>
<pipes-widget session-url="/pipes/session"></pipes-widget>`

export const sessionCode = (origin: string): string => `import { WorkOS } from '@workos-inc/node'
${client(origin)}

// Behind your own login: a session of 15 minutes for this user.
app.post('/pipes/session', async (req, res) =>
  res.json(await workos.widgets.createToken({ userId, organizationId })),
)`

/**
 * @param provider a slug of this environment
 * @param user whose connection it is
 */
export const tokenCode = (origin: string, provider: string, user: string): string =>
  `${client(origin)}
const { active, accessToken } = await workos.pipes.getAccessToken({
  provider: '${provider}',
  userId: ${JSON.stringify(user)},
})`

export const curlCode = (origin: string, provider: string, user: string): string =>
  `curl ${origin}/data-integrations/${provider}/token \\
  -H "Authorization: Bearer $PIPES_API_KEY" -H 'Content-Type: application/json' \\
  -d '${JSON.stringify({ user_id: user }).replaceAll("'", String.raw`'\''`)}'`

function client(origin: string): string {
  const { hostname, port, protocol } = new URL(origin)
  const options = [
    `apiHostname: '${hostname}'`,
    ...(port === '' ? [] : [`port: ${port}`]),
    ...(protocol === 'https:' ? [] : ['https: false']),
  ]
  return `const workos = new WorkOS(process.env.PIPES_API_KEY, { ${options.join(', ')} })`
}
