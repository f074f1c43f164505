/** The catalogue's categories as people look for them: few enough for a list in the widget. */
import type { Category } from '../domain/category.ts'

const GROUPS = {
  ai: 'ai-data',
  analytics: 'ai-data',
  automation: 'productivity',
  calendar: 'email-calendar',
  communication: 'communication',
  community: 'social-media',
  construction: 'industry',
  content: 'design-content',
  crm: 'crm-sales',
  data: 'ai-data',
  design: 'design-content',
  'developer-tools': 'developer-tools',
  'e-signature': 'files-forms',
  ecommerce: 'commerce-payments',
  education: 'industry',
  email: 'email-calendar',
  events: 'email-calendar',
  'field-service': 'industry',
  'file-storage': 'files-forms',
  finance: 'finance',
  forms: 'files-forms',
  health: 'industry',
  hospitality: 'industry',
  'hr-ats': 'hr',
  'hr-payroll': 'hr',
  identity: 'identity-infrastructure',
  infrastructure: 'identity-infrastructure',
  'it-service': 'support',
  knowledge: 'productivity',
  legal: 'industry',
  marketing: 'marketing',
  media: 'social-media',
  payments: 'commerce-payments',
  productivity: 'productivity',
  'project-management': 'project-management',
  sales: 'crm-sales',
  social: 'social-media',
  support: 'support',
  'time-tracking': 'hr',
  travel: 'industry',
} as const satisfies Record<Category, string>

export type CategoryGroup = (typeof GROUPS)[Category]

/** @returns null for a provider that an operator described */
export const categoryGroup = (category: Category | undefined): CategoryGroup | null =>
  category === undefined ? null : GROUPS[category]
