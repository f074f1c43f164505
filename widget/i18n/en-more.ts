/** English for open rows and long lists, which is with their script. */
import type { MoreMessages } from './messages.ts'

export const enMore: MoreMessages = {
  confirmTitle: 'Disconnect {name}?',
  confirmText:
    'This app will no longer be able to use your {name} account. You can connect it again at any time.',
  confirmTextAccount:
    'This app will no longer be able to use your {name} account {account}. You can connect it again at any time.',

  search: 'Search',
  category: 'Category',
  allCategories: 'All categories',
  nothingFound: 'Nothing found for “{text}”',
  nothingFoundText: 'Try another word, or look in all categories.',
  showAll: 'Show all',
  found: 'Found: {count}.',
  sharedTitle: 'Shared with you',
  sharedTitleOf: 'Shared by {name}',
  available: 'Available',
  needsAdministrator: 'Needs an administrator',

  askAdministrator: 'Ask my administrator',
  askSubject: 'Please allow this app to use {name}',
  askText:
    'I would like to connect {name} here: {url}. It needs your approval first. Please open the page, connect {name} once yourself, and allow it for everybody.',

  connectedSince: 'Connected on {date}',
  lastUsed: 'Last used {when}',
  neverUsed: 'Not used yet',
  needsYou: 'Will need you about {date}',
  granted: 'This app may:',
  missing: 'This app also asks for:',
  nickname: 'Your name for it',
  save: 'Save',
  use: 'Use this one',
  someAccount: '{name} account',
  add: 'Add another account',
  addName: 'Add another account of {name}',
  categories: {
    'ai-data': 'AI and data',
    'commerce-payments': 'Commerce and payments',
    communication: 'Communication',
    'crm-sales': 'Customers and sales',
    'design-content': 'Design and content',
    'developer-tools': 'Developer tools',
    'email-calendar': 'Mail and calendar',
    'files-forms': 'Files and forms',
    finance: 'Finance',
    hr: 'People and time',
    'identity-infrastructure': 'Sign-in and infrastructure',
    industry: 'By industry',
    marketing: 'Marketing',
    productivity: 'Productivity',
    'project-management': 'Projects',
    'social-media': 'Social and media',
    support: 'Support',
  },
}
