import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { own } from '../../domain/record.js';
import { narrate } from '../facts/narrate.js';
import { isOfVendor, sightOf } from '../facts/sight.js';
import type { Reader } from '../words/fill.js';

/** A fact in a letter: one line, and what stands behind it or follows from it. */
export type FactWords = { line: string; why: string[] };

/** Words a fact as the story does, with what follows from it for the reader. */
export function factWords(
  { actor, event }: Pick<RecordedEvent, 'actor' | 'event'>,
  state: CaseState,
  reader: Reader & { personId: PersonId },
): FactWords {
  const { text, why: given } = narrate(event, reader);
  const isOutside = isOfVendor(state, reader.personId);
  const why = isOutside && sightOf('vendor-contact', state, { actor, event }) !== 'all' ? undefined : given;
  return {
    line: isOfDrill(event, state) ? `DRILL ${text.replace(/^Drill /, '')}` : text,
    why: [
      ...(why === undefined ? [] : [isGivenBySomebody(event) ? `Reason given: ${why}` : why]),
      ...consequences(event, state),
    ],
  };
}

/** True where what stands behind a fact are the words of a person. */
const isGivenBySomebody = (event: CaseEvent): boolean => 'reason' in event && typeof event.reason === 'string';

function isOfDrill(event: CaseEvent, state: CaseState): boolean {
  if (event.type === 'IncidentReported') return event.incident.drill;
  return (
    'incident' in event && typeof event.incident === 'string' && own(state.incidents, event.incident)?.drill === true
  );
}

/** What follows from a fact, where that does not go without saying. */
function consequences(event: CaseEvent, state: CaseState): string[] {
  switch (event.type) {
    case 'LapseWarned':
      return [
        state.plan.controls[parseSubjectKey(event.what).controlId]?.binding.kind === 'gate'
          ? 'Access that rests on it ends at that moment.'
          : 'From then on it counts as not supplied.',
      ];
    case 'InvitationEnded':
      return ['Nothing was held by it.'];
    case 'AccessFoundWithoutGrant':
      return ['It is removed, and checked again afterwards.'];
    case 'AccessFoundAfterEnd':
      return ['It is removed again, and checked again afterwards.'];
    case 'ReplacementRequested':
      return [
        `${event.terms.slaBusinessDays} business days of both parties, at no extra cost.`,
        ...(event.forCause ? ['The access of the person ends now.'] : []),
      ];
    case 'IncidentReported':
      return event.incident.personalData ? ['The hours of GDPR Art. 33 run, through nights and weekends.'] : [];
    case 'IncidentClockReminded':
      return ['The hours run through nights and weekends.'];
    case 'IncidentDutyLate':
      return ['It still has to be done, with the reasons for the delay (GDPR Art. 33(1)).'];
    case 'CasePaused':
      return [
        'Access is removed now and comes back when the case resumes. Until then nothing falls due and no meeting counts as missed.',
        'Documents lapse as before, and statutory hours go on.',
      ];
    case 'CaseResumed':
      return ['Due dates move by the length of the pause, and your tasks come back.'];
    case 'ScopeChanged':
      return ['What was decided for other data is decided again; access to what was removed ends now.'];
    case 'PolicyApproved':
      return ['Tasks, gates and access follow it from now on; access that it does not allow ends.'];
    case 'CaseClosing':
      return ['All access is removed, and checked now, after 1 hour, 24 hours and 7 days.'];
    default:
      return [];
  }
}
