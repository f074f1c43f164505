import * as v from 'valibot'

/** OAuth scopes as a list (RFC 6749 §3.3). */
export const scopeList = v.pipe(
  v.array(
    v.pipe(
      v.string('must be a string'),
      v.minLength(1, 'must not be empty'),
      v.maxLength(256, 'must have at most 256 characters'),
      v.regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'must be a scope (RFC 6749 §3.3)'),
    ),
    'must be a list of scopes, or null',
  ),
  v.maxLength(100, 'must have at most 100 scopes'),
)
