import type { CaseEvent } from '../../../domain/case/events.js';
import type { CaseState } from '../../../domain/case/state.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import type { Letter, TaskRef } from '../../../domain/mail/letter.js';
import { say } from '../../../domain/say.js';
import { addressOf, draftLetter, taskLink } from '../../../presentation/letters/draft.js';
import { doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { CONTRACT, EVALUATION } from '../../support/domain/wayToWork.js';

const book = doAll(new Book(), EVALUATION);
const TITLE = CONTROLS['EM-3']?.title;
const VENDOR = book.state.intake.vendor.name;

const worded = (letter: Letter, personId = 'legal', more: { facts?: CaseEvent[]; state?: CaseState } = {}) =>
  draftLetter({
    letterId: '7-legal',
    letter,
    reader: { personId, name: 'Hanna Vogt' },
    state: more.state ?? book.state,
    now: book.now,
    facts: (more.facts ?? []).map((event, i) => ({
      seq: i + 1,
      at: book.now,
      actor: as('procurement'),
      commandId: 'c',
      event,
    })),
    baseUrl: 'https://drawbridge.example/',
  });

test('a letter to the client says when the policy of the case is not the installation’s own, and no other letter', () => {
  const foreign: CaseState = { ...book.state, policyOrigin: { kind: 'foreign' } };
  const { name, version } = foreign.plan.policy;
  const footer = `This case follows the policy ${name} ${version}, which is not this installation’s own.`;
  const policyIn = (personId: string, state: CaseState) => worded(tasks(decide), personId, { state }).policy;
  expect([policyIn('legal', foreign), policyIn('vendor-contact', foreign)]).toEqual([footer, undefined]);
  for (const origin of [{ kind: 'own' }, { kind: 'listed', entry: 3, entryHash: 'a'.repeat(64) }] as const)
    expect(policyIn('legal', { ...book.state, policyOrigin: origin })).toBeUndefined();
  expect(policyIn('legal', book.state)).toBeUndefined();
});

const DUE = '2026-12-01T16:00:00.000Z';
const decide: TaskRef = {
  task: 'decide:gate:data-protection',
  tone: 'new',
  what: say('tasks.decide', { approval: say('tasks.of-gate', { stage: 'data-protection' }) }),
  due: DUE,
};
const sign: TaskRef = {
  task: 'sign:msa:client',
  tone: 'new',
  what: say('tasks.sign', { kind: 'master-agreement', title: 'Master services agreement' }),
  due: '2026-12-02T23:00:00.000Z',
};
const longSign: TaskRef = { ...sign, what: say('tasks.sign', { kind: 'master-agreement', title: 'x'.repeat(200) }) };
const drill: TaskRef = {
  task: 'incident:drill-1:contain',
  tone: 'new',
  what: say('tasks.drill-step', { step: 'contain', incident: 'drill-1', kind: 'loss' }),
  due: DUE,
};
const tasks = (...refs: TaskRef[]): Letter => ({ template: 'tasks', tasks: refs });

test.each<[string, TaskRef[], string]>([
  ['one task', [decide], `Decide by Tue 1 Dec: data protection · ${VENDOR}`],
  ['a reminder', [{ ...decide, tone: 'reminder' }], `Reminder · Decide by Tue 1 Dec: data protection · ${VENDOR}`],
  ['a late task', [{ ...decide, tone: 'late' }], `Late · Decide: data protection · ${VENDOR}`],
  [
    'an escalation',
    [{ ...decide, tone: 'escalated' }],
    `Escalated to you · Decide by Tue 1 Dec: data protection · ${VENDOR}`,
  ],
  ['a task due at the end of a day', [sign], `Sign by Wed 2 Dec: Master services agreement · ${VENDOR}`],
  ['a title that is too long', [longSign], `Sign by Wed 2 Dec: a master agreement · ${VENDOR}`],
  ['several tasks', [sign, decide], `2 tasks, first due Tue 1 Dec · ${VENDOR}`],
  [
    'several late ones',
    [
      { ...sign, tone: 'late' },
      { ...decide, tone: 'late' },
    ],
    `2 late tasks · ${VENDOR}`,
  ],
  ['several, one of them late', [{ ...sign, tone: 'late' }, decide], `2 tasks, 1 late · ${VENDOR}`],
  ['a step of a drill', [drill], `DRILL Contain it by Tue 1 Dec: incident drill-1 (loss) · ${VENDOR}`],
  [
    'a reminder of a drill',
    [{ ...drill, tone: 'reminder' }],
    `DRILL Reminder · Contain it by Tue 1 Dec: incident drill-1 (loss) · ${VENDOR}`,
  ],
  ['several steps of a drill', [drill, { ...drill, task: 'x' }], `DRILL 2 tasks, first due Tue 1 Dec · ${VENDOR}`],
])('given a letter about %s, then its subject says what and by when, and is whole', (_, refs, subject) => {
  expect(worded(tasks(...refs)).subject).toBe(subject);
});

test('given a vendor with the longest name, then the subject leaves it out rather than cutting it', () => {
  const state = {
    ...book.state,
    intake: { ...book.state.intake, vendor: { ...book.state.intake.vendor, name: 'V'.repeat(120) } },
  };
  expect(worded(tasks(decide), 'legal', { state }).subject).toBe('Decide by Tue 1 Dec: data protection');
});

test('given a task for somebody of the client, then the letter says it once, with why, by when in their zone and the ways on', () => {
  const { state } = doAll(new Book(), [...EVALUATION, ...CONTRACT.slice(0, 1)]);
  const [task] = Object.values(state.tasks).filter((t) => t.id.startsWith('item:EM-3'));
  if (task === undefined) throw new Error('The task is not there.');
  const { id, what, due } = task;
  const draft = worded(tasks({ task: id, tone: 'new', what, due }), 'procurement', { state });
  expect(draft).toEqual({
    subject: `Provide by Sat 5 Sep: EM-3 ${TITLE} · ${VENDOR}`,
    head: [state.intake.client.name, VENDOR, state.intake.title],
    heading: `Provide: EM-3 ${TITLE}`,
    reader: 'Hanna Vogt',
    intro: [],
    items: [
      {
        title: `Provide: EM-3 ${TITLE}`,
        due: 'Due Sat 5 Sep 2026, 24:00 (Berlin)',
        why: ['Part of the 30-day plan.'],
        steps: [
          {
            text: expect.any(String),
            commands: [
              'drawbridge template evidence EM-3 > EM-3.yaml',
              'drawbridge submit c-test EM-3 --form EM-3.yaml',
            ],
          },
        ],
      },
    ],
    href: `https://drawbridge.example/tasks/${taskLink('c-test', id)}`,
    client: state.intake.client.name,
  });
});

test('given a reader of the vendor, then the letter says who asks, about what, and whom to ask there', () => {
  const { client, vendor, title } = book.state.intake;
  const about = `${client.name} works with ${vendor.name} on “${title}”`;
  const contact = 'Your contact there is {person:procurement}.';
  expect(worded(tasks(decide), 'vendor-contact').intro).toEqual([
    `${about} and asks you for the following. ${contact}`,
  ]);
  expect(worded({ template: 'notice', facts: [1] }, 'ada', { facts: [opened('ada')] }).intro).toEqual([
    `${about}. ${contact}`,
  ]);
});

test('given a task that was done before its letter went out, then the letter says so', () => {
  expect(worded(tasks(decide)).items).toEqual([
    {
      title: 'Decide: data protection',
      due: 'Due Tue 1 Dec 2026, 17:00 (Berlin)',
      why: ['This is done; nothing is left for you to do.'],
      steps: [],
    },
  ]);
});

const opened = (who: string): CaseEvent => ({
  type: 'AccessOpened',
  lease: `${who}/github:acme/api`,
  permission: 'push',
});
const line = (who: string) => `Access open: {person:${who}} on acme/api (push), seen at the provider`;

test('given several grants, then one letter tells them, and the way on stands once', () => {
  const draft = worded({ template: 'notice', facts: [1, 2] }, 'security', { facts: [opened('ada'), opened('nina')] });
  expect([draft.subject, draft.heading]).toEqual([`2 grants opened · ${VENDOR}`, '2 grants opened']);
  expect(draft.items).toEqual([
    { title: line('ada'), due: '', why: [], steps: [] },
    {
      title: line('nina'),
      due: '',
      why: [],
      steps: [{ text: 'Where access stands:', commands: ['drawbridge access show c-test'] }],
    },
  ]);
});

test.each<[CaseEvent[], string]>([
  [[opened('ada')], `${line('ada')} · ${VENDOR}`],
  [[{ type: 'CasePaused', reason: 'x' }, opened('ada')], `Case paused, and 1 more · ${VENDOR}`],
  [
    [{ type: 'LapseWarned', id: 'x', what: 'IP-2:ada', at: '2026-09-20T22:00:00.000Z' }],
    `Lapses Sun 20 Sep: IP-2 ${CONTROLS['IP-2']?.title} for {person:ada} · ${VENDOR}`,
  ],
  [
    [{ type: 'RedFlagRaised', flag: 'RF-4', reason: 'x' }],
    `Red flag raised: RF-4 ${CONTROLS['RF-4']?.title} · ${VENDOR}`,
  ],
])('given the facts %j, then the subject of their letter is %s', (facts, subject) => {
  expect(worded({ template: 'notice', facts: facts.map((_, i) => i + 1) }, 'security', { facts }).subject).toBe(
    subject,
  );
});

test('given several things in a letter, then its heading says what its subject does', () => {
  const several = worded(tasks(sign, decide));
  expect([several.subject, several.heading]).toEqual([
    `2 tasks, first due Tue 1 Dec · ${VENDOR}`,
    '2 tasks, first due Tue 1 Dec',
  ]);
  const facts: CaseEvent[] = [{ type: 'CasePaused', reason: 'x' }, opened('ada')];
  const told = worded({ template: 'notice', facts: [1, 2] }, 'security', { facts });
  expect([told.subject, told.heading]).toEqual([`Case paused, and 1 more · ${VENDOR}`, 'Case paused, and 1 more']);
  const late = worded(tasks({ ...drill, tone: 'reminder' }));
  expect(late.heading).toBe('DRILL Reminder · Contain it: incident drill-1 (loss)');
});

test('given a reader who signs in by role, then each command says as whom; a blank form is printed to anybody', () => {
  const [task] = Object.values(book.state.tasks).filter(({ role }) => role === 'vendor-contact');
  if (task === undefined) throw new Error('The contact has no task.');
  const { id, what, due } = task;
  const commandsFor = (personId: string, byRole?: { address: string }) =>
    draftLetter({
      letterId: '7-x',
      letter: tasks({ task: id, tone: 'new', what, due }),
      reader: { personId, name: 'x', ...(byRole && { byRole }) },
      state: { ...book.state, holders: { ...book.state.holders, legal: ['legal', 'legal-2'] } },
      now: book.now,
      facts: [],
      baseUrl: 'https://drawbridge.example',
    }).items.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands));
  const plain = commandsFor('vendor-contact');
  const as = (role: string) =>
    plain.map((line) => (line.startsWith('drawbridge template ') ? line : `${line} --as ${role}`));
  expect(plain.length).toBeGreaterThan(1);
  expect(commandsFor('vendor-contact', { address: 'v@x.example' })).toEqual(as('vendor-contact'));
  expect(commandsFor('legal-2', { address: 'l@x.example' })).toEqual(as('legal:l@x.example'));
  expect(commandsFor('nobody', { address: 'n@x.example' })).toEqual(plain);
});

test('given a letter that asks for tasks, then its address leads to the nearest due of them, and names neither case nor reader', () => {
  const address = `https://drawbridge.example/tasks/${taskLink('c-test', decide.task)}`;
  expect(addressOf('https://drawbridge.example/', 'c-test', tasks(sign, decide))).toBe(address);
  expect(address).toMatch(/^https:\/\/drawbridge\.example\/tasks\/[0-9a-f]{32}$/);
  expect(taskLink('c-other', decide.task)).not.toBe(taskLink('c-test', decide.task));
});

test('given a letter that tells what happened, then its address is that of the case', () => {
  const address = addressOf('https://drawbridge.example', 'c-test', { template: 'notice', facts: [7] });
  expect(address).toBe('https://drawbridge.example/cases/c-test');
});
