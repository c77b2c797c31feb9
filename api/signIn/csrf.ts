import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.js';

/** Methods that change nothing. */
export const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What our own page sends along with a write: it follows from the secret of the session, and does not lead back to it. */
export const csrfOf = (secret: string): string => createHash('sha256').update(`csrf\n${secret}`).digest('base64url');

/** Refuses a write that a cookie came with unless our own page sent it. Throws `CsrfRejected`. */
export function checkOrigin(request: FastifyRequest, secret: string, baseUrl: string): void {
  if (SAFE.has(request.method)) return;
  const given = request.headers['x-csrf-token'];
  if (!isFromHere(request, baseUrl) || typeof given !== 'string' || !isSame(given, csrfOf(secret)))
    throw new Problem('CsrfRejected');
}

/** Whether a browser says that one of our own pages sent this; every browser that is supported says so. */
function isFromHere({ headers }: FastifyRequest, baseUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin !== undefined) return headers.origin === new URL(baseUrl).origin;
  return site === 'same-origin';
}

/** Refuses what no page of ours has sent, where there is no session yet whose word it could send along. Throws `CsrfRejected`. */
export function requireFromHere(request: FastifyRequest, baseUrl: string): void {
  if (!isFromHere(request, baseUrl)) throw new Problem('CsrfRejected');
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
