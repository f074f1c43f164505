/**
 * Providers of the catalogue without a file in `icons/`: they are shown as a letter, and nobody asks for their picture. A law
 * of `catalogue.test.ts` holds the list against the folder, which the Worker cannot see.
 */
const MONOGRAMS: ReadonlySet<string> = new Set(
  `
  accelo acuity-scheduling addepar ahrefs aimfox apaleo apollo-oauth ashby attio aweber bamboohr bexio
  blackbaud boldsign bullhorn chargebee clio close clover constant-contact copper deel dialpad docusign egnyte
  employment-hero exact-online factorial fireflies fortnox frame-io freeagent freshbooks freshdesk getresponse
  glean gong google-contacts google-workspace-admin gorgias grain granola harvest heygen highlevel hubstaff
  incident-io intralinks ironclad jobber jotform jumpcloud justworks keap klaviyo kustomer lemlist lever
  lightspeed-retail lokalise luma mercury microsoft-dynamics-365 microsoft-outlook-calendar microsoft-planner
  microsoft-todo mollie namely nationbuilder netsuite ninjaone onshape oura outreach pandadoc pennylane
  pipedrive planning-center pleo podium polar procore pylon raindrop ramp read-ai ringcentral rippling rootly
  salesloft sellsy servicem8 servicenow signnow smartrecruiters smartsheet spendesk splitwise splunk
  stripe-app teamleader teamtailor timely twist wave-accounting whoop withings workable workday wrike xai ynab
  zoho zoho-books zoho-crm zoho-desk zoho-mail zoominfo
  `
    .trim()
    .split(/\s+/),
)

/** @param slug of the catalogue */
export const hasIcon = (slug: string): boolean => !MONOGRAMS.has(slug)
