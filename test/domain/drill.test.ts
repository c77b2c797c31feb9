import { stageReady } from '../../domain/approvals/stages.js';
import type { CaseState } from '../../domain/case/state.js';
import { initialState } from '../../domain/decider/evolve.js';
import { incidentTasks } from '../../domain/tasks/incidentTasks.js';
import { planned } from '../support/controls/scene.js';
import { as } from '../support/domain/book.js';
import { ALL, LINK, quiet, report, step } from '../support/domain/incident.js';
import { draftsSince } from '../support/domain/letters.js';

describe('a drill', () => {
  test('given a drill of the client, then security plays the vendor, no letter reaches the vendor and each says DRILL; closed, the minutes of each step are measured', () => {
    const book = quiet();
    const mark = book.mark;
    report(book, { drill: true }, as('security'));
    const security = as('security');
    expect(step(book, as('vendor-contact'), { step: 'contain', link: LINK })).toBe('NotYourRole');
    book.now = '2026-10-24T20:07:30.000Z';
    step(book, security, { step: 'contain', link: LINK });
    step(book, security, { step: 'notify-client', link: LINK });
    book.now = '2026-10-24T20:31:00.000Z';
    step(book, as('privacy'), { step: 'assess-risk', link: LINK });
    step(book, as('privacy'), { step: 'notify-authority', link: LINK, items: [...ALL] });
    step(book, as('privacy'), { step: 'notify-subjects', grounds: 'Art. 34(1): no high risk.' });
    step(book, as('privacy'), { step: 'document', link: LINK });
    book.act(security, { type: 'CloseIncident', incident: 'inc-1' });
    expect(book.since(mark, 'IncidentClosed')).toEqual([
      {
        type: 'IncidentClosed',
        incident: 'inc-1',
        drill: true,
        minutes: {
          contain: 7,
          'notify-client': 7,
          'assess-risk': 31,
          'notify-authority': 31,
          'notify-subjects': 31,
          document: 31,
        },
      },
    ]);
    const about = draftsSince(book, mark).filter(({ items }) => items.some(({ title }) => title.includes('inc-1')));
    expect(about.length).toBeGreaterThan(5);
    expect(about.filter(({ to, subject }) => !subject.startsWith('DRILL ') || to === 'vendor-contact')).toEqual([]);
  });

  test('given the breach duty, then a drill is asked for between the contract and the working agreement, until one was opened, and the working agreement waits for its end', () => {
    const at = '2026-09-04T08:00:00.000Z';
    const state: CaseState = {
      ...quiet().state,
      plan: { ...quiet().state.plan, controls: { 'DP-3': planned('DP-3') } },
      stagesDone: { contract: at },
    };
    const ids = (s: CaseState) => incidentTasks(s, at).map((t) => t.id);
    const drill = {
      id: 'd',
      drill: true,
      what: 'loss' as const,
      personalData: true,
      reportedAt: at,
      vendorAwareAt: at,
      clientAwareAt: at,
    };
    const held = {
      ...drill,
      reportedBy: { person: 'security', role: 'security' as const },
      clocks: {},
      steps: {},
      closedAt: at,
    };
    expect([
      ids(state),
      ids({ ...state, stagesDone: {} }),
      ids({ ...state, stagesDone: { contract: at, 'working-agreement': at } }),
      ids({ ...state, incidents: { d: held } }),
      ids({ ...state, plan: { ...state.plan, controls: { 'DP-3': planned('DP-3', {}, false) } } }),
      ids({ ...state, status: 'closing' }),
      ids(initialState('c')),
    ]).toEqual([['drill'], [], [], [], [], [], []]);
    const stage = state.plan.stages.find((one) => one.id === 'working-agreement');
    if (stage === undefined) throw new Error('The plan has no working agreement.');
    const ready = (s: CaseState) => stageReady(s, stage, at);
    const { closedAt: _open, ...running } = held;
    expect([
      ready(state),
      ready({ ...state, incidents: { d: running } }),
      ready({ ...state, incidents: { d: { ...held, drill: false } } }),
      ready({ ...state, incidents: { d: held } }),
      ready({ ...state, plan: { ...state.plan, drillIsOptional: true } }),
      ready({ ...state, stagesDone: { 'working-agreement': at } }),
    ]).toEqual([false, false, false, true, true, true]);
  });
});
