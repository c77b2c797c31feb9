import type { HumanCommand } from '../../domain/case/commands.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import { type Actor, sideOf } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { type Handled, handle } from '../../domain/decider/handle.js';
import type { Instant } from '../../domain/time.js';
import { lineText } from '../facts/line.js';
import { narrate } from '../facts/narrate.js';
import { tells } from '../facts/readers.js';
import { sightOf } from '../facts/sight.js';

type Entry = Pick<RecordedEvent, 'actor' | 'event'>;

/** What a command would come to: its outcome, and what would follow from it in words. */
export type Rehearsed = { outcome: Handled['outcome']; follows: string[] };

/** A line of what would follow, as much as the actor would read of it once it were recorded; an engineer reads what is about them. */
function lineFor({ personId, role }: Actor, after: CaseState, entry: Entry): string[] {
  const sight = sightOf(role, after, entry);
  if (sight === 'none') return [];
  const { text, why, about } = narrate(entry.event, { zone: after.calendars[sideOf(role)].timeZone });
  if (role === 'engineer' && about.people?.includes(personId) !== true) return [];
  return [sight === 'all' ? lineText({ text, why }) : text];
}

/** Plays a command by the rules on a case as it stands, and records nothing. Persons stay `{person:p-…}` until a text is read. */
export function rehearse(state: CaseState, actor: Actor, command: HumanCommand, now: Instant): Rehearsed {
  const envelope = { commandId: 'preview', requestHash: 'preview', actor, command };
  const { entries, outcome, state: after } = handle(state, envelope, { now, runId: 'preview' });
  if (outcome.status === 'refused') return { outcome, follows: [] };
  // What time has made true before the act does not follow from it; the act itself is what is asked about.
  const act = entries.findIndex((entry) => entry.actor === actor);
  const following = act < 0 ? [] : entries.slice(act + 1).filter(({ event }) => tells('preview', event));
  return { outcome, follows: [...new Set(following.flatMap((entry) => lineFor(actor, after, entry)))] };
}
