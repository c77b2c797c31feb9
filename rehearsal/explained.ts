import { type Explained, namedExplanation } from '../contract/explain.js';
import { fromRef } from '../domain/access/resources.js';
import type { PersonId } from '../domain/case/roles.js';
import { HOUR_MS, type Instant, toMs } from '../domain/time.js';
import type { Told } from '../store/contract.js';
import type { Verdict } from './expectations.js';
import { ask } from './http.js';
import type { ReachChange } from './reachLog.js';

/** The longest time in which nobody looks, milliseconds: a day, and an hour in which a look that failed is made again. */
const REACTION_MS = 25 * HOUR_MS;

type Question = { person: PersonId; resource: string; at: Instant; truth: boolean };

/** Asks about the instants around each change at a provider; accounts of nobody in the case are none of its business. */
function questionsOn(changes: ReachChange[], told: Told[]): Question[] {
  return changes.flatMap(({ resource, account, is, at, before }) => {
    const { provider } = fromRef(resource);
    const of = told.find(({ accounts }) =>
      Object.entries(accounts ?? {}).some(([where, one]) => where === provider && [one.id, one.name].includes(account)),
    );
    if (of === undefined) return [];
    const about = { person: of.personId, resource };
    return [
      { ...about, at: before, truth: !is },
      { ...about, at, truth: is },
    ];
  });
}

/** What an explanation says; that nobody saw it agrees with either, as long as somebody looked soon enough. */
export function agrees(place: Explained | undefined, { at, truth }: Pick<Question, 'at' | 'truth'>): boolean {
  if (place === undefined) return !truth;
  const { state, before, after } = place;
  // Nothing of this case's is left; how long another one lets in is for that one to say.
  if (state === 'others') return true;
  if (state !== 'unseen' && state !== 'never-seen' && (state === 'present') === truth) return true;
  const from = before?.at ?? at;
  const until = after?.at ?? at;
  const isUnsaid = state === 'unseen' || state === 'never-seen' || after === undefined;
  return isUnsaid && toMs(until) - toMs(from) <= REACTION_MS;
}

/** Whether `access explain` says of the instants around each change what the provider itself knows of them. */
export async function explainedAsSeen(
  caseUrl: string,
  token: string,
  { changes, told }: { changes: ReachChange[]; told: Told[] },
): Promise<Verdict[]> {
  const questions = questionsOn(changes, told);
  if (questions.length === 0) return [];
  const wrong: string[] = [];
  for (const { person, resource, at, truth } of questions) {
    const query = new URLSearchParams({ person, resource, at });
    const answer = namedExplanation.safeParse((await ask(`${caseUrl}/explain?${query}`, token)).body);
    const place = answer.data?.places[0];
    if (answer.data !== undefined && agrees(place, { at, truth })) continue;
    wrong.push(`${resource} at ${at}: ${place?.state ?? 'nothing'}, in truth ${truth ? 'present' : 'absent'}`);
  }
  const expected = 'access explain says what the provider knows of the instants around each change';
  return [{ met: wrong.length === 0, expected, found: wrong.length === 0 ? 'it does' : wrong.join('; ') }];
}
