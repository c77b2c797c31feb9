import type { Report } from '../../contract/report.js';
import { spaced } from '../facts/names.js';
import { incidentStepText } from '../facts/taskText.js';
import { type Block, tableOr } from '../page/page.js';
import { plotOf } from '../page/plot.js';
import { amount, duration, percent } from '../words/figures.js';
import type { Voice } from '../words/voice.js';
import { isSetAside } from './lastReading.js';
import { openTasks, whoHas } from './tasks.js';

const PARTIES = { client: 'The client', vendor: 'The vendor', both: 'Both at once', nobody: 'No open tasks' } as const;

/** For whom the case waited, and how long: the parts make up the whole. */
export function pendingBlocks({ totalsMs, elapsedMs }: Report['clocks']['attribution']): Block[] {
  const parts = (['client', 'vendor', 'both', 'nobody'] as const).map((party) => ({
    label: PARTIES[party],
    share: percent(totalsMs[party], elapsedMs),
    spent: duration(totalsMs[party]),
  }));
  return [
    { kind: 'share', parts: parts.map(({ label, share }) => ({ label, share })) },
    {
      kind: 'table',
      columns: [{ title: 'Waiting for' }, { title: 'Time', kind: 'num' }, { title: 'Share', kind: 'num' }],
      rows: [
        ...parts.map(({ label, spent, share }) => [label, spent, `${share} %`]),
        ['Since the case was opened', duration(elapsedMs), '100 %'],
      ],
    },
  ];
}

/** What is open, and who has it. */
export const openTasksTable = (report: Report, voice: Voice): Block =>
  tableOr(
    'No open tasks.',
    [{ title: 'Task' }, { title: 'Waiting for' }, { title: 'Due', kind: 'when' }],
    openTasks(report).map((task) => [
      voice.say(task.title),
      whoHas(task, voice).join(', '),
      {
        text: voice.due(task.due),
        ...(task.lateByMs > 0 && { more: [`${duration(task.lateByMs)} late`], tone: 'bad' as const }),
      },
    ]),
  );

/** Tasks that are no longer open: done, or no longer needed. */
export function doneTasksTable({ clocks: { tasks } }: Report, voice: Voice): Block {
  const done = tasks.filter(({ closedAt }) => closedAt !== undefined);
  return tableOr(
    'No task is closed yet.',
    [
      { title: 'Task' },
      { title: 'Asked of' },
      { title: 'Opened', kind: 'when' },
      { title: 'Closed', kind: 'when' },
      { title: 'Late by' },
      { title: 'Reminders', kind: 'num' },
    ],
    done.map((task) => [
      voice.say(task.title),
      whoHas(task, voice).join(', '),
      voice.at(task.openedAt),
      voice.at(task.closedAt),
      task.lateByMs > 0 ? duration(task.lateByMs) : '',
      task.reminders === 0 ? '' : String(task.reminders),
    ]),
  );
}

const CLOCKS: Record<string, string> = {
  'vendor-notice': 'Vendor’s notice to the client',
  'controller-notice': 'Notice to the controller',
  'authority-notice': 'Notice to the authority',
};

/** Incidents and drills, step by step. */
export const incidentBlocks = ({ incidents }: Report, voice: Voice): Block[] =>
  incidents.flatMap((incident): Block[] => [
    {
      kind: 'heading',
      text: `${incident.drill ? 'Drill' : 'Incident'} ${incident.id}: ${spaced(incident.what)}`,
    },
    {
      kind: 'text',
      text: `Reported ${voice.at(incident.reportedAt)} by ${voice.name(incident.reportedBy)}. Vendor aware ${voice.at(incident.vendorAwareAt)}, client aware ${voice.at(incident.clientAwareAt)}. ${incident.disputed === undefined ? '' : `Disputed by the other side: ${incident.disputed.join(' and ')}; the earlier counts. `}${incident.personalData ? 'Personal data.' : 'No personal data.'} ${incident.closedAt === undefined ? 'Open.' : `Closed ${voice.at(incident.closedAt)}.`}`,
    },
    {
      kind: 'list',
      items: incident.clocks.map(
        ({ clock, due, stoppedAt, late }) =>
          `${CLOCKS[clock] ?? clock}: due ${voice.due(due)}, ${stoppedAt === undefined ? 'not done yet' : `done ${voice.at(stoppedAt)}`}${late ? ', late' : ''}`,
      ),
    },
    {
      kind: 'table',
      columns: [
        { title: 'Step' },
        { title: 'Status' },
        { title: 'Done', kind: 'when' },
        { title: 'By' },
        { title: 'After', kind: 'num' },
        { title: 'Late by', kind: 'num' },
      ],
      rows: incident.steps.map(({ step, done, grounded, at, by, minutes, lateMinutes }) => [
        incidentStepText(step),
        done ? (grounded ? 'not required, reasons given' : 'done') : 'open',
        voice.at(at),
        by === undefined ? '' : voice.name(by),
        minutes === undefined ? '' : amount(minutes, 'minute'),
        lateMinutes === undefined ? '' : amount(lateMinutes, 'minute'),
      ]),
      note: 'Minutes count from when whoever had to act became aware. Statutory hours run through nights, weekends and holidays.',
    },
  ]);

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** KPIs with their readings. */
export const kpiBlocks = ({ kpis }: Report, voice: Voice): Block[] =>
  kpis.flatMap((kpi): Block[] => {
    const plot = plotOf(kpi, voice.zone);
    return [
      { kind: 'heading', text: `${kpi.kpi} (${kpi.control}): ${spaced(kpi.direction)} ${kpi.target} ${kpi.unit}` },
      { kind: 'text', text: `${sentence(kpi.formula)} Reviewed by ${voice.name(kpi.reviewer)}.` },
      ...(plot === undefined ? [] : [{ kind: 'plot' as const, plot }]),
      tableOr(
        'No reading yet.',
        [
          { title: 'When', kind: 'when' },
          { title: 'Value', kind: 'num' },
          { title: 'Target' },
          { title: 'Source' },
          { title: 'By' },
        ],
        kpi.readings.map(({ seq, at, value, missed, source, by, disputed, recordedValue }) => [
          voice.at(at),
          {
            text: String(value),
            more: [
              ...(recordedValue === undefined ? [] : [`corrected from ${recordedValue}`]),
              ...(disputed === undefined ? [] : [`disputed (${disputed})`]),
              ...(isSetAside(kpi, seq) ? ['does not count: the miss of that week stands'] : []),
            ],
          },
          missed ? { text: 'missed', tone: 'bad' as const } : 'reached',
          voice.say(source),
          voice.name(by),
        ]),
      ),
    ];
  });
