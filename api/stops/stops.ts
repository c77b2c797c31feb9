import { STOPPERS, type StopScope } from '../../domain/access/stop.js';
import { isErrorCode } from '../../domain/case/errors.js';
import type { CommandOutcome } from '../../domain/case/receipt.js';
import type { Actor } from '../../domain/case/roles.js';
import { contentHash } from '../../domain/hash.js';
import { namedFor } from '../../domain/people/named.js';
import { own } from '../../domain/record.js';
import { wordsOf } from '../../presentation/words/words.js';
import type { StopRow, StopSubject } from '../../store/stopsContract.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { subjectOf } from './subject.js';
import { inParallel, tellLift, tellStop } from './tell.js';

type Told = { caseId: string; title: string } & (
  | { status: 'recorded'; receipt: Extract<CommandOutcome, { status: 'recorded' }>['receipt'] }
  | { status: 'refused' | 'unreachable'; code: string; message: string }
);

/** What a stop or its lifting came to. */
export type Stopped = { row: StopRow; cases: Told[]; complete: boolean; summary: string };

/** The id of the stop that somebody makes under a key: a repeat makes the same one. */
const stopIdFor = (by: Actor, key: string): string => `s-${contentHash({ stoppedBy: by.personId, key }).slice(0, 16)}`;

/**
 * Closes everything of a person, a vendor or a place, in all cases.
 *
 * The stop is kept first and the cases are looked for afterwards: an opening that does not see it began before, in a case that is found.
 */
export async function stopAll(
  parts: Pick<ApiParts, 'store' | 'client' | 'clock'>,
  { by, key }: { by: Actor; key: string },
  asked: { scope: StopScope; subject: string; reason: string },
): Promise<Stopped> {
  const { store, client, clock } = parts;
  requireStopper(by, asked.scope);
  const { scope, reason } = asked;
  const meant = { stop: stopIdFor(by, key), scope, subject: await subjectOf(store, asked) };
  // Security stops anything; others what their own cases are about.
  if (by.role !== 'security') requireNamed(await concernedBy(parts, meant, by), by);
  const row = await store.stops.put({ ...meant, reason, by, at: clock() });
  if (row.scope !== scope || row.subject !== meant.subject || row.reason !== reason)
    throw new Problem('CommandIdReused');
  const concerned = await concernedBy(parts, row, by);
  const cases = await inParallel(concerned, (one) => toldOf(one, () => tellStop(client, one.caseId, row)));
  return concluded(row, cases, 'stopped');
}

/** Lifts a stop in every case where it holds: somebody else than whoever stopped, whom one of these cases names. */
export async function liftAll(
  parts: Pick<ApiParts, 'store' | 'client' | 'clock'>,
  { by, key }: { by: Actor; key: string },
  { stop, reason }: { stop: string; reason: string },
): Promise<Stopped> {
  const { store, client, clock } = parts;
  const found = await store.stops.find(stop);
  if (found === undefined) throw new Problem('NotFound', 'There is no stop of this id.');
  requireStopper(by, found.scope);
  if (found.by.personId === by.personId)
    throw new Problem('RequesterMayNotDecide', 'You made this stop, so someone else must lift it.');
  const concerned = await concernedBy(parts, found, by);
  requireNamed(concerned, by);
  const holding = concerned.filter(({ holds }) => holds !== false);
  // Before the cases: an opening that a case asks for again is not held up by it.
  const row = await store.stops.lift(stop, { by, reason, at: clock() });
  const lift = { stop, by, reason, key };
  const cases = await inParallel(holding, (one) => toldOf(one, () => tellLift(client, one.caseId, lift)));
  return concluded(row, cases, 'lifted');
}

function requireStopper({ role }: Actor, scope: StopScope): void {
  if (!STOPPERS[scope].includes(role))
    throw new Problem('NotYourRole', `A ${scope} is stopped and released by: ${STOPPERS[scope].join(', ')}.`);
}

/** An open case that a stop concerns; what is not known of it, as of one in quarantine, is left out. */
type Concerned = { caseId: string; title: string; names?: boolean; holds?: boolean };

/** The cases that a stop concerns, whether each names somebody for their role, and whether the stop holds there. */
async function concernedBy(
  { store }: Pick<ApiParts, 'store'>,
  meant: StopSubject & { stop: string },
  { personId, role }: Actor,
): Promise<Concerned[]> {
  return inParallel(await store.stops.casesOf(meant), async (caseId) => {
    const found = await store.cases.get(caseId).catch(() => undefined);
    if (found === undefined) return { caseId, title: caseId };
    const { state } = found;
    const names = namedFor(state, role).includes(personId);
    return { caseId, title: state.intake.title, names, holds: own(state.stops, meant.stop) !== undefined };
  });
}

function requireNamed(concerned: Concerned[], { role }: Actor): void {
  if (concerned.length > 0 && !concerned.some(({ names }) => names === true))
    throw new Problem('NotYourRole', `None of the open cases that are concerned names you as ${role}.`);
}

/** What one case said; that it said nothing is an answer too, and keeps no other case waiting. */
async function toldOf({ caseId, title }: Concerned, tell: () => Promise<CommandOutcome>): Promise<Told> {
  const of = { caseId, title };
  try {
    const outcome = await tell();
    if (outcome.status === 'recorded') return { ...of, status: 'recorded', receipt: outcome.receipt };
    return { ...of, status: 'refused', code: outcome.code, message: wordsOf(outcome.said) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error && isErrorCode(error.code) ? error.code : 'Internal';
    return { ...of, status: 'unreachable', code, message: 'The case gave no answer.' };
  }
}

function concluded(row: StopRow, cases: Told[], done: 'stopped' | 'lifted'): Stopped {
  const missing = cases.filter(({ status }) => status !== 'recorded').length;
  const complete = missing === 0;
  return { row, cases, complete, summary: summaryOf(cases.length, missing, done) };
}

function summaryOf(all: number, missing: number, done: 'stopped' | 'lifted'): string {
  const cases = (n: number): string => (n === 1 ? '1 open case' : `${n} open cases`);
  if (all === 0 && done === 'stopped') return 'No open case is concerned: nothing was closed, and nothing will open.';
  if (all === 0) return 'Lifted. It held in no open case.';
  if (missing === 0) return `${done === 'stopped' ? 'Stopped' : 'Lifted'} in ${cases(all)}.`;
  const told =
    done === 'stopped'
      ? 'They are told by themselves once they can be reached; repeat with the same key to see it.'
      : 'It still holds there; repeat to try again.';
  return `${done === 'stopped' ? 'Stopped' : 'Lifted'} in ${all - missing} of ${cases(all)}; ${missing} did not record it. ${told}`;
}
