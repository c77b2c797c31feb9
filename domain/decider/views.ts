import { type AccessRow, accessRows } from '../access/accessRows.js';
import { type PlaceRow, placeRows, type WantRow, wantRows } from '../access/placeRows.js';
import { HELD_ROLES, type PersonId, type Role, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import type { PaperKind, PaperState } from '../papers/paper.js';
import { namedFor } from '../people/named.js';
import type { Said } from '../say.js';
import type { Instant } from '../time.js';

/** A case as a list shows it. */
export type CaseRow = {
  caseId: string;
  title: string;
  vendor: string;
  status: CaseState['status'];
  /** First stage that is not done; `active` after the last one. */
  stage: string;
  model: string;
  startDate: string;
  openTasks: number;
  lateTasks: number;
  turn: string;
  nextDue?: Instant;
  openedAt: Instant;
};

/** A task as a list shows it, one row for each assignee. */
export type TaskRow = {
  caseId: string;
  taskId: string;
  what: Said;
  assignee: PersonId;
  role: Role;
  due?: Instant;
  late: boolean;
  openedAt: Instant;
};

/** A paper as a list shows it. */
export type PaperRow = { caseId: string; paperId: string; title: string; kind: PaperKind; state: PaperState };

/** The role in which somebody holds a task: that of the task, or one of their own where several roles may do it. */
function roleHeld(state: CaseState, role: Role, assignee: PersonId): Role {
  if (sideOf(role) === 'vendor' || namedFor(state, role).includes(assignee)) return role;
  return HELD_ROLES.find((one) => namedFor(state, one).includes(assignee)) ?? role;
}

/** The list rows of a case, derived from its state alone. */
export function views(state: CaseState): {
  row: CaseRow;
  tasks: TaskRow[];
  papers: PaperRow[];
  access: AccessRow[];
  places: PlaceRow[];
  wants: WantRow[];
} {
  const open = Object.values(state.tasks);
  const stage = state.plan.stages.find((s) => state.stagesDone[s.id] === undefined)?.id ?? 'active';
  const dues = open.flatMap((t) => (t.due === undefined ? [] : [t.due])).sort();
  return {
    row: {
      caseId: state.caseId,
      title: state.intake.title,
      vendor: state.intake.vendor.name,
      status: state.status,
      stage: state.status === 'closed' ? 'closed' : stage,
      model: state.plan.model.chosen,
      startDate: state.intake.startDate,
      openTasks: open.length,
      lateTasks: open.filter((t) => t.lateSince !== undefined).length,
      turn: state.attribution.turn,
      nextDue: dues[0],
      openedAt: state.openedAt,
    },
    tasks: open.flatMap((t) =>
      t.assignees.map((assignee) => ({
        caseId: state.caseId,
        taskId: t.id,
        what: t.what,
        assignee,
        role: roleHeld(state, t.role, assignee),
        due: t.due,
        late: t.lateSince !== undefined,
        openedAt: t.openedAt,
      })),
    ),
    papers: Object.values(state.papers).map((paper) => ({
      caseId: state.caseId,
      paperId: paper.id,
      title: paper.title,
      kind: paper.kind,
      state: paper.state,
    })),
    access: accessRows(state),
    places: placeRows(state),
    wants: wantRows(state),
  };
}
