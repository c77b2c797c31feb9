import type { RecordedEvent } from '../../domain/case/events.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { contentHash } from '../../domain/hash.js';
import type { Letter } from '../../domain/mail/letter.js';
import { clientPeople } from '../../domain/people/named.js';
import type { Instant } from '../../domain/time.js';
import { isOfVendor } from '../facts/sight.js';
import { policyFooter } from '../plan/policyView.js';
import type { Reader } from '../words/fill.js';
import { factItems } from './factItems.js';
import type { Draft, Item } from './model.js';
import type { LetterReader } from './signIn.js';
import { factsSubject, severalFacts, severalTasks, tasksSubject } from './subject.js';
import { byDue, taskItems } from './taskItems.js';

/** All that the words of a letter follow from. */
export type LetterInput = {
  letterId: string;
  letter: Letter;
  /** Who reads it: name, IANA zone where it is known, and the address of one who signs in by role. */
  reader: { personId: PersonId; name: string; timeZone?: string } & Pick<LetterReader, 'byRole'>;
  state: CaseState;
  now: Instant;
  /** The entries of the ledger that it tells of. */
  facts: RecordedEvent[];
  /** Without a slash at the end. */
  baseUrl: string;
};

/** The part of an address under which the console finds a task again: it tells nothing of case, task or reader. */
export const taskLink = (caseId: string, taskId: string): string => contentHash(`${caseId}/${taskId}`).slice(0, 32);

/** The way on that a letter opens with: to the nearest due of the tasks that it asks for, or to the case, by its opaque id. */
export function addressOf(baseUrl: string, caseId: string, letter: Letter): string {
  const base = baseUrl.replace(/\/+$/, '');
  const [first] = letter.template === 'tasks' ? byDue(letter.tasks) : [];
  return first === undefined ? `${base}/cases/${caseId}` : `${base}/tasks/${taskLink(caseId, first.task)}`;
}

function introOf(state: CaseState, { template }: Letter): string[] {
  const { intake } = state;
  const [buyer] = clientPeople(state).procurement ?? [];
  const contact = buyer === undefined ? '' : ` Your contact there is {person:${buyer}}.`;
  const about = `${intake.client.name} works with ${intake.vendor.name} on “${intake.title}”`;
  return [template === 'tasks' ? `${about} and asks you for the following.${contact}` : `${about}.${contact}`];
}

/** One thing is the heading of its letter; several have headings of their own, under what the subject calls them. */
function headingOf(items: Item[], { letter, facts, state }: LetterInput, at: Reader & { personId: PersonId }): string {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return only.title;
  return letter.template === 'tasks' ? severalTasks(letter.tasks, at) : severalFacts(facts, state, at);
}

/** Words a letter; the names of people are put in later, at the very edge. */
export function draftLetter(input: LetterInput): Draft {
  const { letter, reader, state, now, facts, baseUrl } = input;
  const { client, vendor, title } = state.intake;
  const outside = isOfVendor(state, reader.personId);
  const at: LetterReader = {
    ...(reader.byRole !== undefined && { byRole: reader.byRole }),
    personId: reader.personId,
    zone: reader.timeZone ?? (outside ? vendor.timeZone : client.timeZone),
  };
  const policy = outside ? undefined : policyFooter(state);
  const items = letter.template === 'tasks' ? taskItems(letter.tasks, state, now, at) : factItems(facts, state, at);
  return {
    subject: letter.template === 'tasks' ? tasksSubject(letter.tasks, vendor.name, at) : factsSubject(facts, state, at),
    head: [client.name, vendor.name, title],
    heading: headingOf(items, input, at),
    reader: reader.name,
    intro: outside ? introOf(state, letter) : [],
    items,
    href: addressOf(baseUrl, state.caseId, letter),
    client: client.name,
    ...(policy !== undefined && { policy }),
  };
}
