/** What the pages share, in this order: what comes later goes before what came first. Colours are the tokens of `widget/styles`. */
import type { CSSResultArray } from 'lit'
import { cardsStyles } from './cards.styles.ts'
import { formsStyles } from './forms.styles.ts'
import { tablesStyles } from './tables.styles.ts'
import { textStyles } from './text.styles.ts'

export const sheet: CSSResultArray = [textStyles, cardsStyles, tablesStyles, formsStyles]
