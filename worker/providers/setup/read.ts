/** What was read of a provider's documentation, where a page says more than "it was read" (`verified: 'docs'`). */
export const READ: Readonly<Record<string, string>> = {
  buffer: 'the authentication guide of its API, as of 2026',
  'cal-dot-com': 'OAuth of its API reference, version 2',
  'canvas-lms': 'OAuth2 Endpoints, instructure/canvas-lms on GitHub',
  datadog: 'the reference of its OAuth 2 endpoints, DataDog/documentation on GitHub',
  factorial: 'the description in its OpenAPI document',
  front: 'the OAuth page of its API documentation',
  grain: 'Grain API, sections OAuth2 and Authenticating Calls',
  mollie: 'the reference of `POST /oauth2/tokens`',
  pagerduty: 'Obtaining a User OAuth Token via Code Grant, PagerDuty/developer-docs on GitHub',
  segment: 'Enable With Segment, for partners',
}
