/** Every page of the catalogue, by slug. Adding a provider is a file beside this one, and two lines here. */
import { accelo } from './accelo.ts'
import { activeCampaign } from './active-campaign.ts'
import { acuityScheduling } from './acuity-scheduling.ts'
import { addepar } from './addepar.ts'
import { adobeSign } from './adobe-sign.ts'
import { adobe } from './adobe.ts'
import { adp } from './adp.ts'
import { affinity } from './affinity.ts'
import { ahrefs } from './ahrefs.ts'
import { aimfox } from './aimfox.ts'
import { aircall } from './aircall.ts'
import { airtable } from './airtable.ts'
import { algolia } from './algolia.ts'
import { amazonSellingPartner } from './amazon-selling-partner.ts'
import { amazon } from './amazon.ts'
import { amplitude } from './amplitude.ts'
import { anthropic } from './anthropic.ts'
import { apaleo } from './apaleo.ts'
import { apify } from './apify.ts'
import { apolloOauth } from './apollo-oauth.ts'
import { asana } from './asana.ts'
import { ashby } from './ashby.ts'
import { atlassian } from './atlassian.ts'
import { attio } from './attio.ts'
import { auth0 } from './auth0.ts'
import { autodesk } from './autodesk.ts'
import { aweber } from './aweber.ts'
import { azureDevops } from './azure-devops.ts'
import { bamboohr } from './bamboohr.ts'
import { basecamp } from './basecamp.ts'
import { bexio } from './bexio.ts'
import { bigcommerce } from './bigcommerce.ts'
import { bitbucket } from './bitbucket.ts'
import { bitly } from './bitly.ts'
import { blackbaud } from './blackbaud.ts'
import { boldsign } from './boldsign.ts'
import { box } from './box.ts'
import { braintree } from './braintree.ts'
import { brevo } from './brevo.ts'
import { brex } from './brex.ts'
import { buffer } from './buffer.ts'
import { bullhorn } from './bullhorn.ts'
import { calDotCom } from './cal-dot-com.ts'
import { calendly } from './calendly.ts'
import { campaignMonitor } from './campaign-monitor.ts'
import { canva } from './canva.ts'
import { canvasLms } from './canvas-lms.ts'
import { chargebee } from './chargebee.ts'
import { circleci } from './circleci.ts'
import { clickhouse } from './clickhouse.ts'
import { clickup } from './clickup.ts'
import { clio } from './clio.ts'
import { close } from './close.ts'
import { cloudflare } from './cloudflare.ts'
import { clover } from './clover.ts'
import { coda } from './coda.ts'
import { coinbase } from './coinbase.ts'
import { confluence } from './confluence.ts'
import { constantContact } from './constant-contact.ts'
import { contentful } from './contentful.ts'
import { copper } from './copper.ts'
import { crowdin } from './crowdin.ts'
import { cursor } from './cursor.ts'
import { customerIo } from './customer-io.ts'
import { databricks } from './databricks.ts'
import { datadog } from './datadog.ts'
import { deel } from './deel.ts'
import { dialpad } from './dialpad.ts'
import { digitalocean } from './digitalocean.ts'
import { discord } from './discord.ts'
import { docusign } from './docusign.ts'
import { dribbble } from './dribbble.ts'
import { dropboxSign } from './dropbox-sign.ts'
import { dropbox } from './dropbox.ts'
import { ebay } from './ebay.ts'
import { egnyte } from './egnyte.ts'
import { elevenlabs } from './elevenlabs.ts'
import { employmentHero } from './employment-hero.ts'
import { etsy } from './etsy.ts'
import { eventbrite } from './eventbrite.ts'
import { exa } from './exa.ts'
import { exactOnline } from './exact-online.ts'
import { facebook } from './facebook.ts'
import { factorial } from './factorial.ts'
import { fathom } from './fathom.ts'
import { figma } from './figma.ts'
import { fillout } from './fillout.ts'
import { fireflies } from './fireflies.ts'
import { fitbit } from './fitbit.ts'
import { formstack } from './formstack.ts'
import { fortnox } from './fortnox.ts'
import { frameIo } from './frame-io.ts'
import { freeagent } from './freeagent.ts'
import { freshbooks } from './freshbooks.ts'
import { freshdesk } from './freshdesk.ts'
import { front } from './front.ts'
import { garmin } from './garmin.ts'
import { getresponse } from './getresponse.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { glean } from './glean.ts'
import { gmail } from './gmail.ts'
import { gong } from './gong.ts'
import { googleAds } from './google-ads.ts'
import { googleAnalytics } from './google-analytics.ts'
import { googleBigquery } from './google-bigquery.ts'
import { googleCalendar } from './google-calendar.ts'
import { googleChat } from './google-chat.ts'
import { googleCloud } from './google-cloud.ts'
import { googleContacts } from './google-contacts.ts'
import { googleDocs } from './google-docs.ts'
import { googleDrive } from './google-drive.ts'
import { googleForms } from './google-forms.ts'
import { googleGemini } from './google-gemini.ts'
import { googleHealth } from './google-health.ts'
import { googleMeet } from './google-meet.ts'
import { googleSearchConsole } from './google-search-console.ts'
import { googleSheets } from './google-sheets.ts'
import { googleSlides } from './google-slides.ts'
import { googleTasks } from './google-tasks.ts'
import { googleWorkspaceAdmin } from './google-workspace-admin.ts'
import { google } from './google.ts'
import { gorgias } from './gorgias.ts'
import { goto } from './goto.ts'
import { grafana } from './grafana.ts'
import { grain } from './grain.ts'
import { granola } from './granola.ts'
import { greenhouse } from './greenhouse.ts'
import { gumroad } from './gumroad.ts'
import { gusto } from './gusto.ts'
import { harvest } from './harvest.ts'
import { helpscout } from './helpscout.ts'
import { heroku } from './heroku.ts'
import { heygen } from './heygen.ts'
import { hibob } from './hibob.ts'
import { highlevel } from './highlevel.ts'
import { hubspot } from './hubspot.ts'
import { hubstaff } from './hubstaff.ts'
import { huggingface } from './huggingface.ts'
import { incidentIo } from './incident-io.ts'
import { instagram } from './instagram.ts'
import { intercom } from './intercom.ts'
import { intralinks } from './intralinks.ts'
import { ironclad } from './ironclad.ts'
import { jira } from './jira.ts'
import { jobber } from './jobber.ts'
import { jotform } from './jotform.ts'
import { jumpcloud } from './jumpcloud.ts'
import { justworks } from './justworks.ts'
import { keap } from './keap.ts'
import { klaviyo } from './klaviyo.ts'
import { kustomer } from './kustomer.ts'
import { launchdarkly } from './launchdarkly.ts'
import { lemlist } from './lemlist.ts'
import { lever } from './lever.ts'
import { lightspeedRetail } from './lightspeed-retail.ts'
import { linear } from './linear.ts'
import { linkedin } from './linkedin.ts'
import { lokalise } from './lokalise.ts'
import { looker } from './looker.ts'
import { lucid } from './lucid.ts'
import { luma } from './luma.ts'
import { mailchimp } from './mailchimp.ts'
import { mailgun } from './mailgun.ts'
import { mailjet } from './mailjet.ts'
import { marketo } from './marketo.ts'
import { mastodon } from './mastodon.ts'
import { meetup } from './meetup.ts'
import { mercury } from './mercury.ts'
import { metabase } from './metabase.ts'
import { microsoftDynamics365 } from './microsoft-dynamics-365.ts'
import { microsoftEntraId } from './microsoft-entra-id.ts'
import { microsoftExcel } from './microsoft-excel.ts'
import { microsoftOnedrive } from './microsoft-onedrive.ts'
import { microsoftOnenote } from './microsoft-onenote.ts'
import { microsoftOutlookCalendar } from './microsoft-outlook-calendar.ts'
import { microsoftOutlook } from './microsoft-outlook.ts'
import { microsoftPlanner } from './microsoft-planner.ts'
import { microsoftPowerBi } from './microsoft-power-bi.ts'
import { microsoftSharepoint } from './microsoft-sharepoint.ts'
import { microsoftTeams } from './microsoft-teams.ts'
import { microsoftTodo } from './microsoft-todo.ts'
import { microsoft } from './microsoft.ts'
import { miro } from './miro.ts'
import { mistral } from './mistral.ts'
import { mixpanel } from './mixpanel.ts'
import { mollie } from './mollie.ts'
import { monday } from './monday.ts'
import { mural } from './mural.ts'
import { myob } from './myob.ts'
import { namely } from './namely.ts'
import { nationbuilder } from './nationbuilder.ts'
import { neon } from './neon.ts'
import { netlify } from './netlify.ts'
import { netsuite } from './netsuite.ts'
import { newRelic } from './new-relic.ts'
import { ninjaone } from './ninjaone.ts'
import { notion } from './notion.ts'
import { okta } from './okta.ts'
import { onshape } from './onshape.ts'
import { openai } from './openai.ts'
import { oura } from './oura.ts'
import { outreach } from './outreach.ts'
import { pagerduty } from './pagerduty.ts'
import { pandadoc } from './pandadoc.ts'
import { patreon } from './patreon.ts'
import { paypal } from './paypal.ts'
import { pennylane } from './pennylane.ts'
import { perplexity } from './perplexity.ts'
import { personio } from './personio.ts'
import { pinterest } from './pinterest.ts'
import { pipedrive } from './pipedrive.ts'
import { planningCenter } from './planning-center.ts'
import { pleo } from './pleo.ts'
import { podium } from './podium.ts'
import { polar } from './polar.ts'
import { posthog } from './posthog.ts'
import { postman } from './postman.ts'
import { prefect } from './prefect.ts'
import { procore } from './procore.ts'
import { productboard } from './productboard.ts'
import { producthunt } from './producthunt.ts'
import { pydanticLogfire } from './pydantic-logfire.ts'
import { pylon } from './pylon.ts'
import { qualtrics } from './qualtrics.ts'
import { quickbooks } from './quickbooks.ts'
import { railway } from './railway.ts'
import { raindrop } from './raindrop.ts'
import { ramp } from './ramp.ts'
import { readAi } from './read-ai.ts'
import { reddit } from './reddit.ts'
import { replicate } from './replicate.ts'
import { resend } from './resend.ts'
import { ringcentral } from './ringcentral.ts'
import { rippling } from './rippling.ts'
import { rootly } from './rootly.ts'
import { sage } from './sage.ts'
import { salesforce } from './salesforce.ts'
import { salesloft } from './salesloft.ts'
import { sandbox } from './sandbox.ts'
import { segment } from './segment.ts'
import { sellsy } from './sellsy.ts'
import { sendgrid } from './sendgrid.ts'
import { sentry } from './sentry.ts'
import { servicem8 } from './servicem8.ts'
import { servicenow } from './servicenow.ts'
import { shopify } from './shopify.ts'
import { shortcut } from './shortcut.ts'
import { signnow } from './signnow.ts'
import { slack } from './slack.ts'
import { smartrecruiters } from './smartrecruiters.ts'
import { smartsheet } from './smartsheet.ts'
import { snapchat } from './snapchat.ts'
import { snowflake } from './snowflake.ts'
import { soundcloud } from './soundcloud.ts'
import { spendesk } from './spendesk.ts'
import { splitwise } from './splitwise.ts'
import { splunk } from './splunk.ts'
import { spotify } from './spotify.ts'
import { square } from './square.ts'
import { squarespace } from './squarespace.ts'
import { stackexchange } from './stackexchange.ts'
import { strava } from './strava.ts'
import { stripeApp } from './stripe-app.ts'
import { stripe } from './stripe.ts'
import { supabase } from './supabase.ts'
import { surveyMonkey } from './survey-monkey.ts'
import { teamleader } from './teamleader.ts'
import { teamtailor } from './teamtailor.ts'
import { teamwork } from './teamwork.ts'
import { telegram } from './telegram.ts'
import { threads } from './threads.ts'
import { ticktick } from './ticktick.ts'
import { tiktokAds } from './tiktok-ads.ts'
import { tiktok } from './tiktok.ts'
import { timely } from './timely.ts'
import { todoist } from './todoist.ts'
import { trello } from './trello.ts'
import { trustpilot } from './trustpilot.ts'
import { tumblr } from './tumblr.ts'
import { twilio } from './twilio.ts'
import { twist } from './twist.ts'
import { twitch } from './twitch.ts'
import { typeform } from './typeform.ts'
import { uber } from './uber.ts'
import { unsplash } from './unsplash.ts'
import { vercel } from './vercel.ts'
import { vimeo } from './vimeo.ts'
import { wakatime } from './wakatime.ts'
import { waveAccounting } from './wave-accounting.ts'
import { webex } from './webex.ts'
import { webflow } from './webflow.ts'
import { whoop } from './whoop.ts'
import { withings } from './withings.ts'
import { wix } from './wix.ts'
import { woocommerce } from './woocommerce.ts'
import { wordpress } from './wordpress.ts'
import { workable } from './workable.ts'
import { workday } from './workday.ts'
import { wrike } from './wrike.ts'
import { xCorp } from './x.ts'
import { xai } from './xai.ts'
import { xero } from './xero.ts'
import { yahoo } from './yahoo.ts'
import { ynab } from './ynab.ts'
import { youtube } from './youtube.ts'
import { zapier } from './zapier.ts'
import { zendeskSell } from './zendesk-sell.ts'
import { zendesk } from './zendesk.ts'
import { zohoBooks } from './zoho-books.ts'
import { zohoCrm } from './zoho-crm.ts'
import { zohoDesk } from './zoho-desk.ts'
import { zohoMail } from './zoho-mail.ts'
import { zoho } from './zoho.ts'
import { zoom } from './zoom.ts'
import { zoominfo } from './zoominfo.ts'

export const PAGES = {
  accelo,
  'active-campaign': activeCampaign,
  'acuity-scheduling': acuityScheduling,
  addepar,
  'adobe-sign': adobeSign,
  adobe,
  adp,
  affinity,
  ahrefs,
  aimfox,
  aircall,
  airtable,
  algolia,
  'amazon-selling-partner': amazonSellingPartner,
  amazon,
  amplitude,
  anthropic,
  apaleo,
  apify,
  'apollo-oauth': apolloOauth,
  asana,
  ashby,
  atlassian,
  attio,
  auth0,
  autodesk,
  aweber,
  'azure-devops': azureDevops,
  bamboohr,
  basecamp,
  bexio,
  bigcommerce,
  bitbucket,
  bitly,
  blackbaud,
  boldsign,
  box,
  braintree,
  brevo,
  brex,
  buffer,
  bullhorn,
  'cal-dot-com': calDotCom,
  calendly,
  'campaign-monitor': campaignMonitor,
  canva,
  'canvas-lms': canvasLms,
  chargebee,
  circleci,
  clickhouse,
  clickup,
  clio,
  close,
  cloudflare,
  clover,
  coda,
  coinbase,
  confluence,
  'constant-contact': constantContact,
  contentful,
  copper,
  crowdin,
  cursor,
  'customer-io': customerIo,
  databricks,
  datadog,
  deel,
  dialpad,
  digitalocean,
  discord,
  docusign,
  dribbble,
  'dropbox-sign': dropboxSign,
  dropbox,
  ebay,
  egnyte,
  elevenlabs,
  'employment-hero': employmentHero,
  etsy,
  eventbrite,
  exa,
  'exact-online': exactOnline,
  facebook,
  factorial,
  fathom,
  figma,
  fillout,
  fireflies,
  fitbit,
  formstack,
  fortnox,
  'frame-io': frameIo,
  freeagent,
  freshbooks,
  freshdesk,
  front,
  garmin,
  getresponse,
  github,
  gitlab,
  glean,
  gmail,
  gong,
  'google-ads': googleAds,
  'google-analytics': googleAnalytics,
  'google-bigquery': googleBigquery,
  'google-calendar': googleCalendar,
  'google-chat': googleChat,
  'google-cloud': googleCloud,
  'google-contacts': googleContacts,
  'google-docs': googleDocs,
  'google-drive': googleDrive,
  'google-forms': googleForms,
  'google-gemini': googleGemini,
  'google-health': googleHealth,
  'google-meet': googleMeet,
  'google-search-console': googleSearchConsole,
  'google-sheets': googleSheets,
  'google-slides': googleSlides,
  'google-tasks': googleTasks,
  'google-workspace-admin': googleWorkspaceAdmin,
  google,
  gorgias,
  goto,
  grafana,
  grain,
  granola,
  greenhouse,
  gumroad,
  gusto,
  harvest,
  helpscout,
  heroku,
  heygen,
  hibob,
  highlevel,
  hubspot,
  hubstaff,
  huggingface,
  'incident-io': incidentIo,
  instagram,
  intercom,
  intralinks,
  ironclad,
  jira,
  jobber,
  jotform,
  jumpcloud,
  justworks,
  keap,
  klaviyo,
  kustomer,
  launchdarkly,
  lemlist,
  lever,
  'lightspeed-retail': lightspeedRetail,
  linear,
  linkedin,
  lokalise,
  looker,
  lucid,
  luma,
  mailchimp,
  mailgun,
  mailjet,
  marketo,
  mastodon,
  meetup,
  mercury,
  metabase,
  'microsoft-dynamics-365': microsoftDynamics365,
  'microsoft-entra-id': microsoftEntraId,
  'microsoft-excel': microsoftExcel,
  'microsoft-onedrive': microsoftOnedrive,
  'microsoft-onenote': microsoftOnenote,
  'microsoft-outlook-calendar': microsoftOutlookCalendar,
  'microsoft-outlook': microsoftOutlook,
  'microsoft-planner': microsoftPlanner,
  'microsoft-power-bi': microsoftPowerBi,
  'microsoft-sharepoint': microsoftSharepoint,
  'microsoft-teams': microsoftTeams,
  'microsoft-todo': microsoftTodo,
  microsoft,
  miro,
  mistral,
  mixpanel,
  mollie,
  monday,
  mural,
  myob,
  namely,
  nationbuilder,
  neon,
  netlify,
  netsuite,
  'new-relic': newRelic,
  ninjaone,
  notion,
  okta,
  onshape,
  openai,
  oura,
  outreach,
  pagerduty,
  pandadoc,
  patreon,
  paypal,
  pennylane,
  perplexity,
  personio,
  pinterest,
  pipedrive,
  'planning-center': planningCenter,
  pleo,
  podium,
  polar,
  posthog,
  postman,
  prefect,
  procore,
  productboard,
  producthunt,
  'pydantic-logfire': pydanticLogfire,
  pylon,
  qualtrics,
  quickbooks,
  railway,
  raindrop,
  ramp,
  'read-ai': readAi,
  reddit,
  replicate,
  resend,
  ringcentral,
  rippling,
  rootly,
  sage,
  salesforce,
  salesloft,
  sandbox,
  segment,
  sellsy,
  sendgrid,
  sentry,
  servicem8,
  servicenow,
  shopify,
  shortcut,
  signnow,
  slack,
  smartrecruiters,
  smartsheet,
  snapchat,
  snowflake,
  soundcloud,
  spendesk,
  splitwise,
  splunk,
  spotify,
  square,
  squarespace,
  stackexchange,
  strava,
  'stripe-app': stripeApp,
  stripe,
  supabase,
  'survey-monkey': surveyMonkey,
  teamleader,
  teamtailor,
  teamwork,
  telegram,
  threads,
  ticktick,
  'tiktok-ads': tiktokAds,
  tiktok,
  timely,
  todoist,
  trello,
  trustpilot,
  tumblr,
  twilio,
  twist,
  twitch,
  typeform,
  uber,
  unsplash,
  vercel,
  vimeo,
  wakatime,
  'wave-accounting': waveAccounting,
  webex,
  webflow,
  whoop,
  withings,
  wix,
  woocommerce,
  wordpress,
  workable,
  workday,
  wrike,
  x: xCorp,
  xai,
  xero,
  yahoo,
  ynab,
  youtube,
  zapier,
  'zendesk-sell': zendeskSell,
  zendesk,
  'zoho-books': zohoBooks,
  'zoho-crm': zohoCrm,
  'zoho-desk': zohoDesk,
  'zoho-mail': zohoMail,
  zoho,
  zoom,
  zoominfo,
} as const
