import type { CaseState } from '../case/state.js';
import { asksForDrill } from '../incidents/hours.js';
import {
  INCIDENT_CLOCKS,
  type Incident,
  type IncidentClock,
  type IncidentStep,
  isDone,
  rolesFor,
  STEP_WORDS,
  STOPS,
  stepsLeft,
} from '../incidents/incident.js';
import { namedFor } from '../people/named.js';
import type { Instant } from '../time.js';
import { dueAfter, step as line, type WantedTask } from './task.js';

/** Incidents go on whatever the case does; a drill is asked for before the work begins. */
export const incidentTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...Object.values(state.incidents ?? {})
    .filter((i) => i.closedAt === undefined)
    .flatMap((i) => tasksOf(state, i, now)),
  ...drillTasks(state, now),
];

/** How an incident is called; a drill says so first. */
export const incidentTitle = ({ id, drill, what }: Pick<Incident, 'id' | 'drill' | 'what'>): string =>
  `${drill ? 'DRILL: ' : ''}incident ${id} (${what.replace('-', ' ')})`;

function tasksOf(state: CaseState, incident: Incident, now: Instant): WantedTask[] {
  const left = stepsLeft(incident);
  if (left.length === 0) return [closeTask(state, incident, now)];
  // Whether the people concerned are told follows from the risk; the documentation comes when all else is done.
  const waits = (s: IncidentStep): boolean =>
    (s === 'notify-subjects' && !isDone(incident, 'assess-risk')) || (s === 'document' && left.length > 1);
  return left.filter((s) => !waits(s)).map((s) => stepTask(state, incident, s, now));
}

const clockOf = (step: IncidentStep): IncidentClock | undefined => INCIDENT_CLOCKS.find((c) => STOPS[c] === step);

function stepTask(state: CaseState, incident: Incident, step: IncidentStep, now: Instant): WantedTask {
  const id = `incident:${incident.id}:${step}`;
  const [role = 'security'] = rolesFor(incident, step);
  const clock = clockOf(step);
  const due = clock === undefined ? undefined : incident.clocks[clock]?.due;
  const grounded = step === 'notify-authority' || step === 'notify-subjects';
  return {
    id,
    title: `${sentence(incidentTitle(incident))}: ${STEP_WORDS[step]}`,
    assignees: namedFor(state, role),
    role,
    why:
      due === undefined
        ? 'The breach duty asks for it (DP-3).'
        : `The time for it ends on ${due}, weekends included (DP-3).`,
    how: [
      ...(incident.drill ? ['This is a drill: do it as if it were real, and send nothing to anybody outside.'] : []),
      line(
        `incident step ${state.caseId} ${incident.id} ${step}${step === 'notify-authority' ? ' --contains nature,contact,consequences,measures' : ''} --link URL`,
      ),
      ...(grounded
        ? [
            `Where the law asks for nothing: ${line(`incident step ${state.caseId} ${incident.id} ${step} --grounds "…"`)}`,
          ]
        : []),
    ],
    due: due ?? dueAfter(state, id, now),
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function closeTask(state: CaseState, incident: Incident, now: Instant): WantedTask {
  const id = `incident:${incident.id}:close`;
  return {
    id,
    title: `${sentence(incidentTitle(incident))}: close it`,
    assignees: namedFor(state, 'security'),
    role: 'security',
    why: 'Every step is done or grounded.',
    how: [line(`incident close ${state.caseId} ${incident.id}`)],
    due: dueAfter(state, id, now),
  };
}

/** Nothing waits for the drill; the task is there from the contract to the working agreement, before anybody works. */
function drillTasks(state: CaseState, now: Instant): WantedTask[] {
  const { contract, 'working-agreement': agreed } = state.stagesDone;
  const drilled = Object.values(state.incidents ?? {}).some((i) => i.drill);
  if (state.status !== 'open' || !asksForDrill(state) || contract === undefined || agreed !== undefined || drilled)
    return [];
  return [
    {
      id: 'drill',
      title: 'Rehearse an incident before the work begins',
      assignees: namedFor(state, 'security'),
      role: 'security',
      why: 'Whoever has gone through the steps once, with the minutes measured, keeps the hours of the law (DP-3).',
      how: [
        line(`incident report ${state.caseId} drill-1 --drill --what unauthorised-access --personal-data`),
        'Then do each step as if it were real; nobody outside is told.',
      ],
      due: dueAfter(state, 'drill', now),
    },
  ];
}
