/** The form as its user finds it, in a widget with the providers of `form-fixtures.ts`. */
import { page } from 'vitest/browser'
import { formRows } from './form-fixtures.ts'
import type { WireAnswer, WireRow } from './fixtures.ts'
import { mount, type Mounted } from './mount.ts'

export const mountForms = (
  rows: readonly WireRow[] = formRows,
  prepare: (mounted: Mounted) => void = () => {},
): Mounted =>
  mount((mounted) => {
    mounted.api.rows = [...rows]
    prepare(mounted)
  })

export const button = (name: string) => page.getByRole('button', { name, exact: true })
export const dialog = () => page.getByRole('dialog')
export const field = (label: string) => page.getByLabelText(label, { exact: true })
export const press = (name: string) => dialog().getByRole('button', { name, exact: true })

export const refusal = (
  status: number,
  code: string,
  message: string,
  errors: readonly { readonly field: string; readonly message: string }[] = [],
): WireAnswer => ({ status, body: { code, message, request_id: 'req_01', errors } })
