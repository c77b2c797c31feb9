import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import type { CaseState } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { canonicalJson } from '../../domain/hash.js';
import type { Action } from '../../domain/tasks/action.js';
import type { Instant } from '../../domain/time.js';
import { endText } from '../words/dates.js';
import { factWords } from './factWords.js';
import type { Item } from './model.js';
import { type LetterReader, signsInAs } from './signIn.js';
import { stepsOf } from './steps.js';

/** Facts as a letter tells them, in their order; ways on that several share stand once, under the last of them. */
export function factItems(facts: readonly RecordedEvent[], state: CaseState, reader: LetterReader): Item[] {
  const as = signsInAs(state, reader);
  // An engineer sees tasks and documents of their own, and no view of the case.
  const isEngineer = Object.hasOwn(state.people, reader.personId);
  const ways = facts.map(({ event }) => (isEngineer ? [] : actionsOn(event)));
  return facts.map((fact, i) => {
    const { event } = fact;
    const { line, why } = factWords(fact, state, reader);
    const due = dueOf(event);
    const isLast = !ways.slice(i + 1).some((later) => canonicalJson(later) === canonicalJson(ways[i]));
    return {
      title: line,
      due: due === undefined ? '' : `By ${endText(due, reader.zone)}`,
      why,
      steps: isLast ? stepsOf(ways[i] ?? [], state.caseId, reader, as) : [],
    };
  });
}

/** By when something is wanted of the reader, where the fact itself does not say it. */
function dueOf(event: CaseEvent): Instant | undefined {
  if (event.type !== 'IncidentReported') return undefined;
  const { clocks } = event.incident;
  return clocks['authority-notice']?.due ?? clocks['vendor-notice']?.due;
}

/** How the reader goes on from a fact. */
function actionsOn(event: CaseEvent): Action[] {
  switch (event.type) {
    case 'LapseWarned': {
      const { controlId: control, person } = parseSubjectKey(event.what);
      const about = { control, ...(person === undefined ? {} : { person }) };
      return [
        { do: 'GetEvidenceForm', with: { control } },
        { do: 'SubmitEvidence', with: about, ask: ['form'] },
      ];
    }
    case 'InvitationEnded':
      return [{ do: 'ShowCase', with: {} }];
    case 'AccessOpened':
    case 'AccessEnded':
    case 'AccessFoundAfterEnd':
    case 'AccessFoundWithoutGrant':
      return [{ do: 'ShowAccess', with: {} }];
    case 'IncidentReported':
      return [{ do: 'ShowIncident', with: { incident: event.incident.id } }];
    case 'IncidentClockReminded':
    case 'IncidentDutyLate':
    case 'IncidentClosed':
      return [{ do: 'ShowIncident', with: { incident: event.incident } }];
    default:
      return [{ do: 'ShowCase', with: {} }];
  }
}
