/** Every documented server. */
import { airtable } from './airtable.ts'
import { asana } from './asana.ts'
import { atlassian } from './atlassian.ts'
import { auth0 } from './auth0.ts'
import { bitbucket } from './bitbucket.ts'
import { box } from './box.ts'
import { calendly } from './calendly.ts'
import { canva } from './canva.ts'
import { clickup } from './clickup.ts'
import { discord } from './discord.ts'
import { docusign } from './docusign.ts'
import { dropbox } from './dropbox.ts'
import { facebook } from './facebook.ts'
import { figma } from './figma.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { google } from './google.ts'
import { hubspot } from './hubspot.ts'
import { intercom } from './intercom.ts'
import { linear } from './linear.ts'
import { linkedin } from './linkedin.ts'
import { mailchimp } from './mailchimp.ts'
import { microsoft } from './microsoft.ts'
import { miro } from './miro.ts'
import { monday } from './monday.ts'
import { notion } from './notion.ts'
import { okta } from './okta.ts'
import { paypal } from './paypal.ts'
import { pipedrive } from './pipedrive.ts'
import { quickbooks } from './quickbooks.ts'
import { reddit } from './reddit.ts'
import { salesforce } from './salesforce.ts'
import { shopify } from './shopify.ts'
import { slack } from './slack.ts'
import { snowflake } from './snowflake.ts'
import { spotify } from './spotify.ts'
import { square } from './square.ts'
import { strava } from './strava.ts'
import { stripe } from './stripe.ts'
import { tiktok } from './tiktok.ts'
import { twitch } from './twitch.ts'
import { vercel } from './vercel.ts'
import { x } from './x.ts'
import { xero } from './xero.ts'
import { zendesk } from './zendesk.ts'
import { zoho } from './zoho.ts'
import { zoom } from './zoom.ts'
import type { Documented } from './kit/documented.ts'

export const DOCUMENTED: readonly Documented[] = [
  airtable,
  asana,
  atlassian,
  auth0,
  bitbucket,
  box,
  calendly,
  canva,
  clickup,
  discord,
  docusign,
  dropbox,
  facebook,
  figma,
  github,
  gitlab,
  google,
  hubspot,
  intercom,
  linear,
  linkedin,
  mailchimp,
  microsoft,
  miro,
  monday,
  notion,
  okta,
  paypal,
  pipedrive,
  quickbooks,
  reddit,
  salesforce,
  shopify,
  slack,
  snowflake,
  spotify,
  square,
  strava,
  stripe,
  tiktok,
  twitch,
  vercel,
  x,
  xero,
  zendesk,
  zoho,
  zoom,
].flat()
