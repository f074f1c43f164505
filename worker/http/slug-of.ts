import { canonicalSlug } from '../providers/catalogue.ts'
import type { AppContext } from './context.ts'

/** The provider that the address names, be it by another name of its own. */
export const slugOf = (c: AppContext): string => canonicalSlug(c.req.param('slug') ?? '')
