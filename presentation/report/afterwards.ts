import type { CaseEvent } from '../../domain/case/events.js';
import { amount } from './words.js';

type Words = { what: string; on: string; why: string };

const ANSWERS = { confirm: 'confirmed access', reduce: 'reduced access', remove: 'removed access' } as const;

/** Decisions and acts of the running engagement in words: replacements, recertification, access by hand, invoices; undefined for other facts. */
export function wordsAfterwards(event: CaseEvent): Words | undefined {
  switch (event.type) {
    case 'ReplacementRequested':
      return {
        what: `asked for a replacement${event.forCause ? ' for cause' : ''}, due before ${event.due}`,
        on: event.person,
        why: event.reason,
      };
    case 'ReplacementSlaBreached':
      return {
        what: `${event.replacement} is late`,
        on: event.person,
        why: `A credit of ${event.creditPercentPerDay} % of a monthly rate grows with each business day, up to ${event.creditMaxPercent} %.`,
      };
    case 'ReplacementFulfilled':
      return {
        what: `${event.replacement} is filled`,
        on: event.joiner,
        why: `After ${event.businessDays} business days, ${event.daysLate} of them late; the credit is ${event.creditPercent} % of a monthly rate.`,
      };
    case 'ReplacementWithdrawn':
      return {
        what: `withdrew ${event.replacement}, with a credit of ${event.creditPercent} % of a monthly rate`,
        on: event.replacement,
        why: event.reason,
      };
    case 'HandoverRecorded':
      return { what: `handed over on ${event.form.day}`, on: event.replacement, why: event.form.topics.join('; ') };
    case 'AccessRecertified':
      return {
        what: `${ANSWERS[event.decision]}${event.profile === undefined ? '' : ` to ${event.profile}`}`,
        on: event.lease,
        why: event.reason,
      };
    case 'RecertificationLapsed':
      return {
        what: 'access not confirmed',
        on: event.lease,
        why: 'Nobody had answered by the deadline of the round.',
      };
    case 'ManualChangeAttested':
      return { what: `${event.is} access by hand`, on: event.lease, why: event.evidence };
    case 'ManualAccessVerified':
      return { what: `checked access by hand: ${event.found}`, on: event.lease, why: event.evidence };
    case 'InvoiceRecorded':
      return {
        what: `recorded the invoice of ${event.month}`,
        on: `USD ${event.billedUsd}`,
        why: event.note ?? `For ${amount(event.engineers, 'engineer')}.`,
      };
    default:
      return undefined;
  }
}
