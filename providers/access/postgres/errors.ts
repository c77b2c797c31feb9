import { z } from 'zod';
import { ProviderError } from '../port.js';

const failure = z.object({ code: z.string() });

/** Classes of SQLSTATE, and single states, after which the same may succeed a little later. */
const PASSING = [
  /^(08|40|53|57|58|XX)/,
  /^25P0[34]$/,
  /^55(P03|006)$/,
  /* Two made one thing at once. */
  /^(23505|42P0[67])$/,
  /* Somebody renamed or dropped what was read a moment before. */
  /^(42704|42P01|3F000)$/,
];

/** Reasons for which a certificate is not trusted, as Node names them. */
const UNTRUSTED = /CERT|^ERR_TLS|^UNABLE_TO_/;

/**
 * Turns anything that a query threw into a `ProviderError`.
 *
 * Of what PostgreSQL said only the SQLSTATE is kept: its texts hold names of roles and relations, and sometimes rows.
 */
export function toProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof z.ZodError) return unreadable();
  const code = codeOf(error) ?? '';
  if (!isSqlState(code)) {
    return UNTRUSTED.test(code)
      ? new ProviderError('ProviderRefused', 'The certificate of PostgreSQL is not trusted.')
      : new ProviderError('ProviderUnavailable', 'PostgreSQL could not be reached, or did not answer in time.');
  }
  if (PASSING.some((pattern) => pattern.test(code))) {
    return new ProviderError('ProviderUnavailable', `PostgreSQL is not able to do it now (SQLSTATE ${code}).`);
  }
  return new ProviderError('ProviderRefused', refusal(code));
}

/** An answer of another shape than asked for. */
export const unreadable = (): ProviderError =>
  new ProviderError('ProviderAnswerUnreadable', 'PostgreSQL gave an answer of another shape.');

/** The code of an error, of PostgreSQL or of the network. */
export function codeOf(error: unknown): string | undefined {
  const read = failure.safeParse(error);
  return read.success ? read.data.code : undefined;
}

/* Codes of the network may have five letters too: EPIPE. */
const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code);

function refusal(code: string): string {
  if (code.startsWith('28')) return `PostgreSQL does not let Drawbridge’s role in (SQLSTATE ${code}).`;
  if (code === '3D000') return 'PostgreSQL has no such database (SQLSTATE 3D000).';
  if (code === '42501') return 'Drawbridge’s role is not allowed to do this in PostgreSQL (SQLSTATE 42501).';
  return `PostgreSQL refuses the request (SQLSTATE ${code}).`;
}
