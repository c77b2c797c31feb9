import type { CaseState } from '../case/state.js';
import { awaitsDrill } from '../incidents/hours.js';
import {
  INCIDENT_CLOCKS,
  type Incident,
  type IncidentClock,
  type IncidentStep,
  isDone,
  NOTICE_ITEMS,
  rolesFor,
  STOPS,
  stepsLeft,
} from '../incidents/incident.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Action } from './action.js';
import { dueAfter, type WantedTask } from './task.js';

/** Incidents go on whatever the case does; a drill is asked for before the work begins. */
export const incidentTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...Object.values(state.incidents ?? {})
    .filter((i) => i.closedAt === undefined)
    .flatMap((i) => [...tasksOf(state, i, now), ...claimTasks(state, i, now)]),
  ...drillTasks(state, now),
];

function tasksOf(state: CaseState, incident: Incident, now: Instant): WantedTask[] {
  const left = stepsLeft(incident);
  if (left.length === 0) return [closeTask(state, incident, now)];
  // Whether the people concerned are told follows from the risk; the documentation comes when all else is done.
  const waits = (s: IncidentStep): boolean =>
    (s === 'notify-subjects' && !isDone(incident, 'assess-risk')) || (s === 'document' && left.length > 1);
  return left.filter((s) => !waits(s)).map((s) => stepTask(state, incident, s, now));
}

const clockOf = (step: IncidentStep): IncidentClock | undefined => INCIDENT_CLOCKS.find((c) => STOPS[c] === step);

/** Steps that the law does not ask for in every case. */
const GROUNDED: readonly IncidentStep[] = ['notify-authority', 'notify-subjects'];

function waysToStep({ id: incident, drill }: Incident, step: IncidentStep): Action[] {
  const items = step === 'notify-authority' ? { items: [...NOTICE_ITEMS] } : {};
  return [
    {
      do: 'RecordIncidentStep',
      with: { incident, step, ...items },
      ask: ['link'],
      say: say(drill ? 'tasks.step-drill' : 'tasks.step-how'),
    },
    ...(GROUNDED.includes(step)
      ? [
          {
            do: 'RecordIncidentStep' as const,
            with: { incident, step },
            ask: ['grounds' as const],
            say: say('tasks.step-grounds'),
          },
        ]
      : []),
  ];
}

function stepTask(state: CaseState, incident: Incident, step: IncidentStep, now: Instant): WantedTask {
  const id = `incident:${incident.id}:${step}`;
  const [role = 'security'] = rolesFor(incident, step);
  const clock = clockOf(step);
  const due = clock === undefined ? undefined : incident.clocks[clock]?.due;
  const { id: name, what: kind, drill } = incident;
  return {
    id,
    what: say(drill ? 'tasks.drill-step' : 'tasks.incident-step', { step, incident: name, kind }),
    assignees: namedFor(state, role),
    role,
    why: [say(due === undefined ? 'tasks.step-asked-for' : 'tasks.step-clock')],
    actions: waysToStep(incident, step),
    due: due ?? dueAfter(state, id, now),
  };
}

/** What the other side says of a side's awareness is answered by that side. */
function claimTasks(
  state: CaseState,
  { id: incident, claimed = {}, stated = {} }: Incident,
  now: Instant,
): WantedTask[] {
  return (['client', 'vendor'] as const).flatMap((side) => {
    const claim = claimed[side];
    if (claim === undefined || stated[side] !== undefined) return [];
    const id = `incident:${incident}:aware`;
    const role = side === 'vendor' ? ('vendor-contact' as const) : ('privacy' as const);
    return [
      {
        id,
        what: say('tasks.incident-aware', { incident }),
        assignees: namedFor(state, role),
        role,
        why: [say('tasks.incident-claim', { at: claim })],
        actions: [{ do: 'AmendIncident', with: { incident }, ask: ['awareAt'] }],
        due: dueAfter(state, id, now),
      },
    ];
  });
}

function closeTask(state: CaseState, incident: Incident, now: Instant): WantedTask {
  const id = `incident:${incident.id}:close`;
  const { id: name, what: kind, drill } = incident;
  return {
    id,
    what: say(drill ? 'tasks.drill-close' : 'tasks.incident-close', { incident: name, kind }),
    assignees: namedFor(state, 'security'),
    role: 'security',
    why: [say('tasks.steps-done')],
    actions: [{ do: 'CloseIncident', with: { incident: name } }],
    due: dueAfter(state, id, now),
  };
}

/** The working agreement waits for the drill; its task is there from the contract on, until one is opened. */
function drillTasks(state: CaseState, now: Instant): WantedTask[] {
  const { contract, 'working-agreement': agreed } = state.stagesDone;
  const opened = Object.values(state.incidents ?? {}).some((i) => i.drill);
  if (state.status !== 'open' || !awaitsDrill(state) || contract === undefined || agreed !== undefined || opened)
    return [];
  return [
    {
      id: 'drill',
      what: say('tasks.drill'),
      assignees: namedFor(state, 'security'),
      role: 'security',
      why: [say('tasks.drill-why')],
      actions: [
        {
          do: 'ReportIncident',
          with: { incident: 'drill-1', drill: true, what: 'unauthorised-access', personalData: true },
          say: say('tasks.drill-how'),
        },
      ],
      due: dueAfter(state, 'drill', now),
    },
  ];
}
