/**
 * What the dashboard reads. Tests hold every answer against these schemas; nothing that answers a
 * request imports them. The dashboard takes their types.
 */
import type * as v from 'valibot'
import {
  apiKey,
  keyCheck,
  keyRetirement,
  keyRewrap,
  newApiKey,
  vaultKeyList,
  widgetToken,
} from '../answers/access.ts'
import { integrationCheck } from '../answers/integration-check.ts'
import { CONNECTION_ANSWERS } from './answers/connections.ts'
import { PEOPLE_ANSWERS } from './answers/people.ts'
import { PROVIDER_ANSWERS } from './answers/providers.ts'

export const ANSWERS = {
  ...PEOPLE_ANSWERS,
  ...PROVIDER_ANSWERS,
  ...CONNECTION_ANSWERS,
  integrationCheck,
  apiKey,
  widgetToken,
  operatorNewKey: newApiKey,
  vaultKeyList,
  keyRewrap,
  keyCheck,
  keyRetirement,
} as const

type Of<Name extends keyof typeof ANSWERS> = v.InferOutput<(typeof ANSWERS)[Name]>

export type OperatorState = Of<'operatorState'>
export type Ceremony = Of<'ceremony'>
export type OperatorAccount = Of<'operatorAccount'>
export type OperatorList = Of<'operatorList'>
export type NewInvitation = Of<'newInvitation'>
export type AuditList = Of<'auditList'>
export type OperatorEnvironment = Of<'oneEnvironment'>
export type OperatorEnvironmentList = Of<'operatorEnvironmentList'>
export type Catalogue = Of<'catalogue'>
export type CatalogueProvider = Of<'catalogueProvider'>
export type OperatorIntegration = Of<'oneIntegration'>
export type OperatorIntegrationList = Of<'operatorIntegrationList'>
export type OrganizationOverrideList = Of<'organizationOverrideList'>
export type OperatorAccountList = Of<'operatorAccountList'>
export type AccountPage = Of<'accountPage'>
export type RefreshedAccount = Of<'refreshedAccount'>
export type IssuerCheck = Of<'issuerCheck'>
export type ExportedFile = Of<'exportedFile'>
export type Overview = Of<'overview'>
export type OperatorKeyList = Of<'operatorKeyList'>
export type OperatorNewKey = Of<'operatorNewKey'>
