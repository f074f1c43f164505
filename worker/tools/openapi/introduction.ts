/** What holds for every call, in CommonMark. */
export const INTRODUCTION = `The API of a Pipes deployment. It speaks the contract of WorkOS Pipes: the official
\`@workos-inc/node\` works against it with another host name. What goes beyond that contract is marked as an addition (\`x-pipes-addition\`).

**Keys.** Backends send \`Authorization: Bearer sk_…\`. A key belongs to one environment and may be narrowed by scopes; each call
names the one that it needs. A key never goes into a page: pages have a widget session.

**Requests** are JSON of at most 64 kB. An unknown field is refused; an unknown query parameter is ignored. Ids of users and
organizations are your own, compared byte by byte.

**Answers** may have more fields tomorrow, and more values in what looks like an enumeration: ignore what you do not know.
Times are ISO 8601 in UTC. Every answer has \`X-Request-ID\`.

**Errors** are \`{"code","message","request_id"}\`, with \`errors\` where fields are at fault. The code is stable, the message is
for people. \`/docs/errors/{code}\` explains each; the header \`Link\` leads there.

**Lists** have \`list_metadata.before\` and \`.after\`: cursors, null where there is no page. A call that has pages takes \`after\`
and \`limit\`.

**Limits.** A key that sends too much is answered 429. A 429, and a 503 that passes by itself, says in \`Retry-After\` when to try
again.`
