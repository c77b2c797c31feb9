import { createHash } from 'node:crypto';

/**
 * The Message-ID of a letter, with angle brackets: a function of the letter, the case and the sender's domain alone, so
 * that a mail program takes a resend for the message that it has.
 */
export function messageIdOf(letterId: string, caseId: string, domain: string): string {
  return `<${atom(letterId)}.${atom(caseId)}@${domain}>`;
}

/* Ids hold colons and more that an id of a message may not; what was changed gets a hash, so that two never meet. */
function atom(id: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(id)) return id;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `${id.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 40)}-${hash}`;
}
