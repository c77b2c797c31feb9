import { outlookOf } from '../../domain/accessRequests/outlook.js';
import type { AccessAsked } from '../../domain/approvals/approval.js';
import type { CaseState } from '../../domain/case/state.js';
import { own } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import { personText } from '../facts/names.js';
import { amount } from '../words/figures.js';
import type { Reader } from '../words/fill.js';
import { placeText } from '../words/places.js';
import { wordsOf } from '../words/words.js';

/** Obstacles that are told before the rest is only counted. */
const MOST = 5;

const heldNow = (state: CaseState, { person, resource }: AccessAsked): string => {
  const held = own(state.people, person)?.needs.find((n) => n.resource === resource);
  return held === undefined
    ? 'It is new to them.'
    : `It takes the place of ${held.profile}, for: ${held.task.replace(/\.$/, '')}.`;
};

/** What a request for access would give, what it would rest on or still waits for, and what the person would lose by it; a line each. */
export function outlookLines(state: CaseState, access: AccessAsked, now: Instant, reader: Reader): string[] {
  const { person, resource, profile, permission, maxDays, task } = access;
  const { rests, missing, losses } = outlookOf(state, access, now);
  const lacking = missing.slice(0, MOST).map(({ detail }) => wordsOf(detail, reader));
  const more = missing.length - lacking.length;
  return [
    `${personText(person)} gets ${profile} (${permission}) on ${placeText(resource)} for ${amount(maxDays, 'day')} from your approval, for: ${task.replace(/\.$/, '')}.`,
    heldNow(state, access),
    ...(rests === undefined
      ? [`Before it opens: ${lacking.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`]
      : [`It opens at once, on ${amount(rests.restsOn.length, 'record')} in force.`]),
    ...losses.map(
      (ref) => `${personText(person)} would lose ${placeText(ref)}: the evidence for it does not cover what is added.`,
    ),
  ];
}
