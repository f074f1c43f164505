/** Microsoft Dynamics 365 (Dataverse). The scope names the environment, so each connection has its own. */
import { microsoftPage, type MicrosoftProduct } from '../microsoft-account.ts'

const ENVIRONMENT = 'https://{environment}.dynamics.com'
const ACT = `${ENVIRONMENT}/user_impersonation`

export const microsoftDynamics365 = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-dynamics-365',
  name: 'Microsoft Dynamics 365',
  docsUrl:
    'https://learn.microsoft.com/en-us/power-apps/developer/data-platform/authenticate-oauth',
  category: 'crm',
  resource: `${ENVIRONMENT}/`,
  configFields: [
    {
      key: 'environment',
      label: 'Environment',
      description:
        'What stands before .dynamics.com in your address: acme.crm4 of acme.crm4.dynamics.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]{0,61}\\.crm[0-9]{0,2}',
      example: 'acme.crm4',
    },
  ],
  userinfo: {
    url: `${ENVIRONMENT}/api/data/v9.2/WhoAmI`,
    idPaths: ['UserId'],
    labelPaths: ['UserId'],
  },
  scopes: {
    default: ['offline_access'],
    required: [ACT],
    available: [
      { value: 'offline_access', description: 'Keep access while the user is away' },
      { value: ACT, description: 'Act as the user in Dynamics 365' },
    ],
  },
}))
