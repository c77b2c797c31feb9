/** What can be wrong with the certificate that a server shows, by the code that Node gives. */
export type CertificateFault = 'untrusted' | 'out-of-date' | 'other-name';

const FAULTS: Record<string, CertificateFault> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  CERT_SIGNATURE_FAILURE: 'untrusted',
  CERT_UNTRUSTED: 'untrusted',
  CERT_REVOKED: 'untrusted',
  INVALID_CA: 'untrusted',
  CERT_HAS_EXPIRED: 'out-of-date',
  CERT_NOT_YET_VALID: 'out-of-date',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
};

/** The fault of the certificate that an error code means; undefined for any other code. */
export const certificateFault = (code: string): CertificateFault | undefined =>
  Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined;
