import type { WorkRow } from '../../contract/console/work.js';
import { type PersonId, sideOf } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import type { TaskRow } from '../../domain/decider/views.js';
import { own } from '../../domain/record.js';
import type { Action } from '../../domain/tasks/action.js';
import { wantedTasks } from '../../domain/tasks/wanted.js';
import { type Instant, toMs } from '../../domain/time.js';
import { actionView } from '../actions/actionView.js';
import { wordsOf } from '../words/words.js';
import { kindOf, mainAction, minutesOf } from './effort.js';
import { PLACES } from './places.js';

/** A row of work whose `others` are still person ids. */
export type WorkRowById = Omit<WorkRow, 'others'> & { others: PersonId[] };

const controlsOf = (actions: readonly Action[]): string[] => [
  ...new Set(actions.flatMap((one) => (one.do === 'SubmitEvidence' ? (one.with.control ?? []) : []))),
];

/** The page that serves a task best: that of its one decision or form, the tab of what is only looked at, or the task’s own. */
function placeOf({ caseId, taskId }: TaskRow, actions: readonly Action[]): string {
  const action = mainAction(actions);
  switch (action?.do) {
    case 'Decide':
    case 'AnswerQuestions':
      return PLACES.decide(caseId, action.with.approval ?? '');
    case 'SubmitEvidence': {
      const [control = '', ...more] = controlsOf(actions);
      return more.length > 0 ? PLACES.task(caseId, taskId) : PLACES.form(caseId, control, action.with.person);
    }
    case 'ShowCase':
    case 'WriteReport':
      return PLACES.case(caseId);
    case 'ShowAccess':
      return PLACES.people(caseId);
    case 'ShowIncident':
      return PLACES.incidents(caseId);
    case 'ReadPaper':
    case 'SignPaper':
      return PLACES.document(caseId, action.with.paper ?? '');
    default:
      return PLACES.task(caseId, taskId);
  }
}

/** What somebody has to do in one case, from the rows of the list: what each takes, and the page on which it is done. */
export function workInCase(state: CaseState, rows: readonly TaskRow[], now: Instant): WorkRowById[] {
  const wanted = new Map(wantedTasks(state, now).map((task) => [task.id, task]));
  const { title, vendor } = state.intake;
  return rows.map((row) => {
    const { caseId, taskId, assignee, what, ...told } = row;
    const reader = { zone: state.calendars[sideOf(row.role)].timeZone };
    const actions = wanted.get(taskId)?.actions ?? [];
    const action = mainAction(actions);
    const isOneForm = controlsOf(actions).length <= 1;
    return {
      caseId,
      caseTitle: title,
      vendor: vendor.name,
      taskId,
      kind: kindOf(action),
      title: wordsOf(what, reader),
      ...told,
      others: (own(state.tasks, taskId)?.assignees ?? []).filter((id) => id !== assignee),
      minutes: minutesOf(state, actions),
      to: placeOf(row, actions),
      ...(action !== undefined && isOneForm && { action: actionView(action, caseId, reader) }),
    };
  });
}

/** A row of a case that cannot be read at present: what the list alone says of it. */
export const workUnread = ({ assignee: _me, what, ...row }: TaskRow): WorkRowById => ({
  ...row,
  caseTitle: '',
  vendor: '',
  kind: 'do',
  title: wordsOf(what),
  others: [],
  minutes: 1,
  to: PLACES.task(row.caseId, row.taskId),
});

const dueMs = ({ due }: Pick<WorkRow, 'due'>): number => (due === undefined ? Number.POSITIVE_INFINITY : toMs(due));

/** Late first, then by due, what has no due date last. */
export const byUrgency = <Row extends Pick<WorkRow, 'late' | 'due'>>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.late === b.late ? compare(dueMs(a), dueMs(b)) : a.late ? -1 : 1));

/* Two that are never due would subtract to nothing that sorts. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
