import type { HumanCommand } from '../../../domain/case/commands.js';
import type { PlannedControl } from '../../../domain/case/plan.js';
import type { CaseState } from '../../../domain/case/state.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { verdictFor } from '../../../domain/controls/judge.js';
import { DAY_MS, plusMs } from '../../../domain/time.js';
import { type Act, decide, doAll, paper } from '../../support/domain/acts.js';
import { as, type Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { atWork, formOf, supplied } from '../../support/domain/wayToWork.js';

type Form = Extract<HumanCommand, { type: 'SubmitEvidence' }>['form'];

const BOTH = ['ada/github:meridian/eta-model', 'nina/github:meridian/eta-model'];
const contact = as('vendor-contact');
const manager = as('engineering-manager');

const asked = (book: Book): string[] =>
  Object.values(book.state.approvals).flatMap(({ id, status }) => (status === 'asked' ? [id] : []));
const becauses = (book: Book, mark: number): string[] =>
  book.rows.slice(mark).flatMap(({ event }) => (event.type === 'EvidenceSucceeded' ? [event.because] : []));
const answers = (control: string, change: Form): Form => ({ ...formOf(control), ...change });
const tools = (change: Form) => ({
  tools: [
    ...(formOf('DC-5').tools as Form[]),
    { ...(formOf('DC-5').tools as Form[])[0], tool: 'Ranker', use: 'embedded-in-the-product', ...change },
  ],
});
const kpis = (form: Form, target: number): Form => ({
  ...form,
  kpis: (form.kpis as Form[]).map((kpi, i) => (i === 0 ? { ...kpi, target } : kpi)),
});
const RULES = ['data', 'prompts', 'fine-tuned-weights', 'code'];

/** What only improves or changes what is in force: the acts, and the gate that decides on it, if any. */
const NEWS: [name: string, acts: Act[], gate?: string][] = [
  [
    'a longer NDA',
    [
      ...paper('nda-2', 'nda', ['vendor', 'client'], { until: '2028-08-31' }),
      supplied('IP-3', contact, { paper: 'nda-2', mutual: true, handlingRules: RULES }),
    ],
    'gate:contract',
  ],
  [
    'a longer NDA that takes the place of the old one',
    [
      ...paper('nda-2', 'nda', ['vendor', 'client'], { until: '2028-08-31', supersedes: 'nda' }),
      supplied('IP-3', contact, { paper: 'nda-2', mutual: true, handlingRules: RULES }),
    ],
    'gate:contract',
  ],
  [
    'another country',
    [supplied('IP-6', contact, { subcontractors: [], countries: [{ country: 'PL' }, { country: 'DE' }] })],
    'gate:contract',
  ],
  ['another model in the product', [supplied('DC-5', contact, answers('DC-5', tools({})))], 'gate:attestation'],
  ['another target of a KPI', [supplied('KP-2', manager, kpis(formOf('KP-2'), 27))], 'gate:working-agreement'],
  [
    'another contact',
    [supplied('ON-4', manager, answers('ON-4', { contact: 'procurement' }))],
    'gate:working-agreement',
  ],
  [
    'a SOC 2 report while the attestation in progress holds',
    [
      ...paper('soc2', 'attestation-report', ['vendor']),
      supplied('SA-1', contact, {
        paper: 'soc2',
        reportType: 'type-2',
        criteria: ['security', 'confidentiality'],
        periodStart: '2025-07-01',
        periodEnd: '2026-06-30',
        firstReport: false,
        reportDate: '2026-08-10',
        coversService: true,
        opinion: 'unqualified',
        exceptions: [],
        auditor: 'Sandberg & Cole CPA',
        auditorIsCpaFirm: true,
      }),
    ],
    'gate:attestation',
  ],
  ['a lower price', [supplied('EM-3', as('procurement'), answers('EM-3', { monthlyRateUsd: 12500 }))]],
  [
    'the same answers in another order',
    [supplied('IP-3', contact, { ...formOf('IP-3'), handlingRules: [...RULES].reverse() })],
  ],
  ['the same answers again', [supplied('DC-5', contact, formOf('DC-5'))]],
];

function controlOf({ plan }: CaseState, id: string): PlannedControl {
  const planned = plan.controls[id];
  if (planned === undefined) throw new Error(`no ${id}`);
  return planned;
}

describe('what stands', () => {
  test.each(NEWS.map(([name, acts, gate]) => ({ name, acts, gate })))(
    'given $name, then nobody loses access, before it is decided, after, and when it is rejected',
    ({ acts, gate }) => {
      const before = atWork();
      doAll(before, acts);
      expect([asked(before), [...before.provider].sort()]).toEqual([gate === undefined ? [] : [gate], BOTH]);
      if (gate === undefined) return;
      const decider = before.state.approvals[gate]?.deciders[0]?.role ?? 'legal';
      for (const decision of ['approve', 'reject'] as const) {
        const book = before.copy();
        const mark = book.mark;
        doAll(book, [decide(as(decider), gate, decision)]);
        book.after(30);
        expect([...book.provider].sort()).toEqual(BOTH);
        expect(book.since(mark, 'AccessEnded', 'ApprovalVoided', 'StageReopened')).toEqual([]);
        expect(becauses(book, mark)).toEqual(decision === 'approve' ? ['approved'] : []);
        expect([asked(book), breachesOf(book.rows)]).toEqual([[], []]);
      }
    },
  );

  test('given a successor that is rejected, when it is supplied again, then nobody is asked until somebody asks openly, and sees the rejection', () => {
    const book = atWork();
    const change = supplied('IP-6', contact, { subcontractors: [], countries: [{ country: 'PL' }, { country: 'DE' }] });
    doAll(book, [change, decide(as('legal'), 'gate:contract', 'reject', 'No need for Germany.'), change]);
    expect(asked(book)).toEqual([]);
    const again = book.act(contact, { type: 'AnswerQuestions', approval: 'gate:contract', answer: 'A parent is ill.' });
    expect([again.status, asked(book)]).toEqual(['recorded', ['gate:contract']]);
    const approval = book.state.approvals['gate:contract'];
    expect([approval?.request?.reason, approval?.rejections]).toEqual([
      'A parent is ill.',
      [expect.objectContaining({ by: 'legal', reason: 'No need for Germany.' })],
    ]);
  });

  test('given a successor that waits, when what stood ends, then it takes the place and access waits for its approval', () => {
    const book = atWork();
    const ends = '2026-09-20T22:00:00.000Z';
    doAll(book, NEWS[0]?.[1] ?? []);
    const mark = book.mark;
    book.until('2026-09-21T12:00:00.000Z');
    expect(book.state.papers.nda?.until).toBe(ends);
    expect(becauses(book, mark)).toEqual(['ended']);
    expect([...book.provider]).toEqual([]);
    doAll(book, [decide(as('legal'), 'gate:contract')]);
    book.after(1);
    // Nina's assignment has ended meanwhile.
    expect([...book.provider]).toEqual(['ada/github:meridian/eta-model']);
  });

  test('given a successor that turns worse, then it acts at once', () => {
    const book = atWork();
    doAll(book, [supplied('DC-5', contact, answers('DC-5', tools({})))]);
    doAll(book, [supplied('DC-5', contact, answers('DC-5', tools({ noTraining: false })))]);
    book.after(1);
    expect([...book.provider]).toEqual([]);
  });

  test('given a document of another kind, or without a side that signed, then it takes no place', () => {
    const book = atWork();
    const register = (kind: 'nda' | 'other', signers: string[]) =>
      book.act(contact, {
        type: 'RegisterPaper',
        paper: `new-${kind}-${signers.length}`,
        kind,
        title: 'New',
        textHash: 'a'.repeat(64),
        signers,
        from: '2026-09-01',
        supersedes: 'nda',
      });
    expect([
      register('other', ['vendor', 'client']),
      register('nda', ['vendor']),
      register('nda', ['vendor', 'client']),
    ]).toMatchObject([{ code: 'Malformed' }, { code: 'Malformed' }, { status: 'recorded' }]);
  });

  test('given a document that both have signed, then the vendor alone does not end it, and the client does', () => {
    const book = atWork();
    const revoke = { type: 'RevokePaper', paper: 'nda', reason: 'We changed our mind.' } as const;
    expect(book.act(contact, revoke)).toMatchObject({ status: 'refused', code: 'NotYourRole' });
    expect([...book.provider].sort()).toEqual(BOTH);
    expect(book.act(as('legal'), revoke)).toMatchObject({ status: 'recorded' });
    book.after(1);
    expect([...book.provider]).toEqual([]);
  });
});

describe('a text that people assign their rights by', () => {
  test('given one that nobody of the client has approved, then its person holds nothing, whatever the form says', () => {
    const book = atWork();
    doAll(book, [
      ...paper('assignment-new', 'contributor-assignment', ['ada'], { person: 'ada' }),
      { ...supplied('IP-2', contact, { ...formOf('IP-2'), paper: 'assignment-new' }, 'ada') },
    ]);
    // The old text stands while the new one waits.
    expect([asked(book), [...book.provider].sort()]).toEqual([['gate:people'], BOTH]);
    book.act(as('procurement'), { type: 'RevokePaper', paper: 'assignment-ada', reason: 'Lost.' });
    book.after(1);
    expect([...book.provider]).toEqual(['nina/github:meridian/eta-model']);
    doAll(book, [decide(as('legal'), 'gate:people')]);
    book.after(1);
    expect([...book.provider].sort()).toEqual(BOTH);
  });
});

describe('whoever supplied any version', () => {
  test('given evidence that somebody else supplies again, then the first supplier does not decide on it, nor as a delegate', () => {
    const book = atWork();
    const more = answers('DC-5', tools({}));
    doAll(book, [
      {
        name: 'lend',
        by: as('security'),
        command: () => ({ type: 'Delegate', role: 'security', to: 'privacy', until: '2026-09-12', reason: 'Away.' }),
      },
      supplied('DC-5', manager, more),
      supplied('DC-5', contact, more),
    ]);
    expect(CONTROLS['DC-5']?.suppliedBy).toContain('engineering-manager');
    expect(book.state.approvals['gate:attestation']?.requesters).toEqual(['engineering-manager', 'vendor-contact']);
  });
});

describe('a gate goes on holding', () => {
  test('given a hit on a sanctions list on a later day, then everything closes at once, and legal and the executive are told', () => {
    const book = atWork();
    const form = formOf('SC-1');
    const mark = book.mark;
    book.until('2026-09-10T08:00:00.000Z');
    doAll(book, [
      supplied('SC-1', as('procurement'), { ...form, vendor: { ...(form.vendor as Form), result: 'hit' } }),
    ]);
    book.after(1);
    expect([...book.provider]).toEqual([]);
    const told = book.rows.slice(mark).flatMap(({ event }) => (event.type === 'LetterQueued' ? [event.to] : []));
    expect(['legal', 'executive'].filter((to) => !told.includes(to))).toEqual([]);
  });

  test('given a hit, when the next screening leaves something out, then nothing opens again before all are screened', () => {
    const book = atWork();
    const form = formOf('SC-1');
    const screened = (change: Form) => supplied('SC-1', as('procurement'), { ...form, ...change });
    book.until('2026-09-10T08:00:00.000Z');
    doAll(book, [screened({ vendor: { ...(form.vendor as Form), result: 'hit' } })]);
    doAll(book, [screened({ people: [] })]);
    book.after(1);
    expect([book.state.controlStatus['SC-1']?.status, [...book.provider]]).toEqual(['refused', []]);
    doAll(book, [screened({})]);
    book.after(1);
    expect([book.state.controlStatus['SC-1']?.status, [...book.provider]]).toEqual(['refused', []]);
    const cleared = { result: 'possible-match-cleared', clearedBecause: 'Founded in another year and country' };
    const answer = { ...form, vendor: { ...(form.vendor as Form), ...cleared } };
    doAll(book, [supplied('SC-1', as('legal'), answer)]);
    book.after(1);
    expect([...book.provider].sort()).toEqual(BOTH);
  });

  test('given a screening that is due again, then access goes on for the days of warning and no longer', () => {
    const { state } = atWork();
    const until = state.controlStatus['SC-1']?.until ?? '';
    expect(until).toMatch(/^2026-1[12]/);
    expect(verdictFor(state, controlOf(state, 'SC-1'), until, 'ada').holds).toBe(false);
    const lapsed = { ...state, lapsed: { 'SC-1': until } };
    expect(verdictFor(lapsed, controlOf(state, 'SC-1'), plusMs(until, 9 * DAY_MS), 'ada').holds).toBe(true);
    expect(verdictFor(lapsed, controlOf(state, 'SC-1'), plusMs(until, 10 * DAY_MS), 'ada').holds).toBe(false);
  });

  test('given somebody new who is not screened yet, then nobody else loses access', () => {
    const book = atWork();
    book.act(contact, {
      type: 'ProposePerson',
      person: 'iga',
      employer: 'Bałtyk AI',
      country: 'PL',
      jobRole: 'ML engineer',
      needs: [{ resource: 'github:meridian/eta-model', profile: 'contributor', task: 'Builds features' }],
    });
    // Longer than the policy only warns of a screening that is due again.
    book.until('2026-09-14T12:00:00.000Z');
    expect([...book.provider].sort()).toEqual(BOTH);
    expect(book.state.controlStatus['SC-1']?.status).toBe('open');
  });
});
