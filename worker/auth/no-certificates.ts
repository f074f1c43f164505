/**
 * Stands in the bundle for what `@simplewebauthn/server` reads chains of certificates with (`[alias]` of wrangler.toml). They are of
 * attestations, which we do not ask for: one that comes nevertheless and needs its chain judged is refused. The
 * original would fetch the address of a revocation list out of such a certificate, past our guard.
 */
// A function, as it may be called with `new` and stand behind `instanceof`.
function Unjudged(): never {
  throw new Error('certificates of attestations are not judged')
}

export {
  Unjudged as AuthorityKeyIdentifierExtension,
  Unjudged as CRLDistributionPointsExtension,
  Unjudged as KeyDescription,
  Unjudged as SubjectKeyIdentifierExtension,
  Unjudged as X509Certificate,
  Unjudged as X509ChainBuilder,
  Unjudged as X509Crl,
}
export const id_ce_keyDescription = '1.3.6.1.4.1.11129.2.1.17'
