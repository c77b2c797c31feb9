import type { ControlView } from '../../contract/parts.js';
import { IN_FORCE, type PlannedControl } from '../../domain/case/plan.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState, Evidence } from '../../domain/case/state.js';
import { dutyOf } from '../../domain/clocks/duty.js';
import type { Assessment } from '../../domain/controls/assessment.js';
import { subjectKey } from '../../domain/controls/control.js';
import { formHashOf } from '../../domain/controls/formHash.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { assessNow, rosterOf, waiverFor } from '../../domain/controls/judge.js';
import { own } from '../../domain/record.js';
import { type Instant, toMs } from '../../domain/time.js';
import { bindingInWords } from '../words/binding.js';
import { instantText } from '../words/dates.js';
import type { Reader } from '../words/fill.js';
import { wordsOf, wordsOfAll } from '../words/words.js';

type StatusView = Pick<ControlView, 'status' | 'restsOn' | 'missing' | 'turn' | 'until'>;

/** What an assessment says at `now`; one whose time has run out says nothing good any more. */
function statusOf(found: Assessment | undefined, now: Instant, reader: Reader): StatusView {
  if (found === undefined) return { status: 'not-applicable', restsOn: [], missing: [] };
  switch (found.status) {
    case 'met':
      return found.until !== undefined && toMs(found.until) <= toMs(now)
        ? { status: 'open', restsOn: [], missing: [`Lapsed ${instantText(found.until, reader.zone)}.`] }
        : { status: 'met', restsOn: found.restsOn, missing: [], until: found.until };
    case 'open':
      return {
        status: 'open',
        restsOn: [],
        missing: wordsOfAll(found.missing, reader),
        turn: found.turn,
        until: found.until,
      };
    case 'refused':
      return { status: 'refused', restsOn: [], missing: wordsOfAll(found.reasons, reader), turn: found.turn };
    default: {
      const never: never = found;
      return never;
    }
  }
}

/** Behind which shut gates a control waits, or by when it is due. */
function clockOf(state: CaseState, planned: PlannedControl): Pick<ControlView, 'waitsBehind' | 'due'> {
  if (!planned.applies) return { waitsBehind: [] };
  const duty = dutyOf(state, planned);
  return duty.phase === 'waiting' ? { waitsBehind: duty.behind } : { waitsBehind: [], due: duty.due };
}

const supplied = (evidence: Evidence): NonNullable<ControlView['evidence']> => ({
  formHash: formHashOf(evidence),
  by: evidence.by,
  at: evidence.at,
  seq: evidence.seq,
});

/** One control of the plan with its status at `now`, for the case or for one person. */
export function controlView(
  state: CaseState,
  planned: PlannedControl,
  now: Instant,
  reader: Reader,
  person?: PersonId,
): ControlView {
  const { id } = planned;
  const control = CONTROLS[id];
  const key = subjectKey(id, person);
  const found = statusOf(assessNow(state, id, now, person), now, reader);
  const waiver = planned.applies ? waiverFor(state, id, now, person) : undefined;
  const waived = waiver !== undefined && found.status !== 'met';
  const evidence = own(state.evidence, key);
  const successor = own(state.successors, key);
  return {
    key,
    id,
    title: control?.title ?? id,
    area: control?.area ?? '',
    risk: control?.risk ?? '',
    nist: control?.nist ?? '',
    person,
    ...found,
    ...(waived && { status: 'waived' as const, until: waiver.until }),
    why: wordsOf(planned.why ?? IN_FORCE),
    binds: bindingInWords(planned.binding),
    locked: control?.locked !== undefined,
    stage: planned.stage,
    path: planned.path,
    owner: planned.owner,
    ...clockOf(state, planned),
    since: waived ? waiver.since : state.controlStatus[key]?.since,
    waiver: waived ? waiver : undefined,
    evidence: evidence && supplied(evidence),
    successor: successor && supplied(successor),
  };
}

const CATALOGUE = Object.keys(CONTROLS);

/** Every control of the plan in the order of the catalogue, person by person where it is judged so; one without people stands for itself. Instants are the client's unless said otherwise. */
export function controlViews(
  state: CaseState,
  now: Instant,
  reader: Reader = { zone: state.calendars.client.timeZone },
): ControlView[] {
  const roster = rosterOf(state);
  const place = (id: string): number => CATALOGUE.indexOf(id);
  const inOrder = Object.values(state.plan.controls).sort((a, b) => place(a.id) - place(b.id));
  return inOrder.flatMap((planned) => {
    const perPerson = planned.applies && CONTROLS[planned.id]?.subject === 'person';
    if (!perPerson) return [controlView(state, planned, now, reader)];
    if (roster.length === 0)
      return [
        {
          ...controlView(state, planned, now, reader),
          status: 'open' as const,
          missing: ['No one is on the roster yet.'],
        },
      ];
    return roster.map((person) => controlView(state, planned, now, reader, person));
  });
}
