/** Campaigns, and what came of them. */
import { app, key, type Guides } from './guide.ts'

export const MARKETING: Guides = {
  mailchimp: app({
    at: 'https://us1.admin.mailchimp.com/account/oauth2/',
    make: [
      'Under `Account → Extras → Registered apps` choose `Register An App`.',
      'Fill in name, company and website; there are no scopes.',
    ],
    redirect: 'Redirect URI',
    after: ['A user’s data centre is in Mailchimp’s metadata call: your backend asks it once.'],
    terms: ['intuit', 'newsletter'],
  }),
  'tiktok-ads': app({
    at: 'https://business-api.tiktok.com/portal/apps',
    make: [
      'Become a developer in the API for Business portal and choose `Create an App`.',
      'Tick the permissions: they are fixed there.',
    ],
    redirect: 'Advertiser redirect URL',
    keys: ['App ID', 'Secret'],
    review: 'TikTok reviews each app and each permission.',
    terms: ['tiktok for business', 'ads'],
  }),
  klaviyo: app({
    at: 'https://www.klaviyo.com/manage-apps',
    make: ['Open `Manage apps` and choose `Create app`.', 'Add the scopes that you will ask for.'],
    redirect: 'Redirect URLs',
    review: 'Nothing is reviewed; only a listing in the app directory is.',
    terms: ['email marketing', 'sms'],
  }),
  'constant-contact': app({
    at: 'https://app.constantcontact.com/pages/dma/portal/',
    make: [
      'Under `My Applications` choose `New Application`, `Authorization Code Flow` and `Rotating Refresh Tokens`.',
    ],
    redirect: 'Redirect URI',
    after: ['Choose `Generate Client Secret`.'],
    keys: ['API Key (Client Id)', 'Client Secret'],
    terms: ['newsletter', 'email marketing'],
  }),
  snapchat: app({
    at: 'https://business.snapchat.com/',
    make: [
      'In the Business Manager open `Business Details` and find `OAuth Apps`; an administrator of the organization does it.',
      'Choose `+ OAuth App` and accept the terms of the API.',
    ],
    redirect: 'Snap Redirect URI',
    keys: ['Snap Client ID', 'Snap Client Secret'],
    terms: ['snap', 'ads'],
  }),
  bitly: app({
    at: 'https://app.bitly.com/settings/api/oauth/',
    make: [
      'Under `Settings → API → OAuth apps` register a new app.',
      'Confirm it by the mail that Bitly sends.',
    ],
    redirect: 'Redirect URIs',
    terms: ['short links', 'bit.ly'],
  }),
  trustpilot: app({
    at: 'https://businessapp.b2b.trustpilot.com/applications/',
    make: [
      'In the business portal open `Integrations → Developers → APIs` and choose `Create application`.',
      'The plan has to include the API.',
    ],
    redirect: 'Redirect URLs',
    keys: ['API key', 'API secret'],
    terms: ['reviews'],
  }),
  ahrefs: app({
    at: 'https://docs.ahrefs.com/docs/api/reference/oauth-guide',
    make: [
      'Ask Ahrefs for an OAuth client by mail.',
      'Name your app and its redirect URI in the request.',
    ],
    review: 'Ahrefs makes clients by hand.',
    terms: ['seo', 'backlinks'],
  }),
  getresponse: app({
    at: 'https://app.getresponse.com/authorizations',
    make: [
      'Under `Integrations & API → Custom apps` choose `Add new app`.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect URI',
    terms: ['email marketing'],
  }),
  aweber: app({
    at: 'https://labs.aweber.com/apps',
    make: [
      'Make a developer account and choose `Create a new app`, a confidential one.',
      'Tick the permissions that you will ask for.',
    ],
    redirect: 'OAuth redirect URL',
    terms: ['email marketing', 'newsletter'],
  }),
  'campaign-monitor': app({
    at: 'https://www.campaignmonitor.com/api/v3-3/getting-started/',
    make: [
      'Under `Integrations → OAuth Registration` register your application.',
      'Fill in name and homepage.',
    ],
    redirect: 'Redirect URI',
    terms: ['createsend', 'newsletter'],
  }),
  marketo: key({
    at: 'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/custom-services',
    open: 'In Marketo make a role with API access and an API-only user under `Admin → Users & Roles`.',
    make: 'Under `Admin → LaunchPoint` choose `New Service` of kind `Custom` for that user.',
    after: [
      'Choose `View Details` and copy `Client ID` and `Client Secret`.',
      'Name the instance of `Admin → Web Services`, what stands before `.mktorest.com`, as well.',
    ],
    terms: ['adobe', 'marketing automation'],
  }),
}
