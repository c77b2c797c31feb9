import type { JsonObject } from '../../../../domain/controls/form.js';
import { keyOf } from '../../../../domain/controls/security/userEntityControls.js';
import { say } from '../../../../domain/say.js';
import {
  assess,
  HASH,
  met,
  open,
  paper,
  person,
  ref,
  refused,
  WHO,
  type World,
} from '../../../support/controls/scene.js';

const numbers = { minimumPeriodMonths: 6, firstPeriodMonths: 3, validMonths: 12, bridgeLetterMaxMonths: 3 };
const report = paper('soc2', { kind: 'attestation-report', signers: [] });
const letter = paper('bridge', { kind: 'bridge-letter', signers: ['vendor'] });
const form = {
  paper: 'soc2',
  reportType: 'type-2',
  criteria: ['security', 'confidentiality'],
  periodStart: '2025-10-01',
  periodEnd: '2026-03-31',
  firstReport: false,
  reportDate: '2026-05-04',
  coversService: true,
  opinion: 'unqualified',
  exceptions: [],
  auditor: 'Audit LLP',
  auditorIsCpaFirm: true,
};
const END = '2027-04-01T00:00:00.000Z';
const bridge = { paper: 'bridge', coversUntil: '2026-11-30', materialChanges: false };
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('SA-1', { form: { ...form, ...change }, numbers, papers: [report, letter], ...world });
const rests = (change: JsonObject = {}) => [ref('SA-1', { ...form, ...change }), `paper:soc2@${HASH}`];

test('SA-1 is refused for a Type I report alone, whatever else is right', () => {
  expect(judge({ reportType: 'type-1', periodStart: '2026-03-31' })).toEqual(refused(say('SA-1.type-1')));
});

test('SA-1 is refused for a short period, no security, another system, no CPA firm', () => {
  const change = { periodStart: '2026-02-01', criteria: ['privacy'], coversService: false, auditorIsCpaFirm: false };
  expect(judge(change)).toEqual(
    refused(
      say('SA-1.period-short', { minimum: 6 }),
      say('SA-1.no-security'),
      say('SA-1.other-system'),
      say('SA-1.not-cpa', { auditor: 'Audit LLP' }),
    ),
  );
});

test('SA-1 is refused for an adverse opinion, and for a qualified one that is not on a remedied criterion beside security', () => {
  expect(judge({ opinion: 'adverse' })).toEqual(refused(say('SA-1.opinion', { opinion: 'adverse' })));
  expect(judge({ opinion: 'qualified' })).toEqual(refused(say('SA-1.qualification-missing')));
  expect(judge({ opinion: 'qualified', qualification: { criterion: 'security', remediedOn: '2026-06-01' } })).toEqual(
    refused(say('SA-1.security-qualified')),
  );
});

test('SA-1 is refused for an exception without a response, days that cannot be, and a bridge that reaches too far', () => {
  const change: JsonObject = {
    reportDate: '2026-03-01',
    exceptions: [
      { exception: 'Access reviews late' },
      { exception: 'Backups', managementResponse: 'Tested monthly now' },
    ],
    bridge: { ...bridge, coversUntil: '2027-07-01', materialChanges: true },
  };
  expect(judge(change)).toEqual(
    refused(
      say('SA-1.dated-early', { dated: '2026-03-01', through: '2026-03-31' }),
      say('SA-1.no-response', { exceptions: ['Access reviews late'] }),
      say('SA-1.bridge-too-long', { until: '2027-07-01', dated: '2026-09-01', last: '2026-12-01', limit: 3 }),
      say('SA-1.bridge-changes'),
    ),
  );
});

test('SA-1 is met until a year after the period, and open from then on', () => {
  expect(judge()).toEqual(met(rests(), END));
  expect(judge({}, { now: END })).toEqual(
    open([say('controls.basis-ended', { control: 'SA-1', until: '2027-04-01T00:00:00.000Z' })]),
  );
});

test('SA-1 is met longer by a bridge letter in force from the end of the period on, and never from the end of the reliance', () => {
  const short = { numbers: { ...numbers, validMonths: 4, bridgeLetterMaxMonths: 6 } };
  const through = (coversUntil: string) => ({ bridge: { ...bridge, coversUntil } });
  const july = '2026-08-01T00:00:00.000Z';
  const cites = (change: JsonObject) => met([...rests(change), `paper:bridge@${HASH}`], '2026-10-01T00:00:00.000Z');
  expect(judge(through('2026-09-30'), short)).toEqual(cites(through('2026-09-30')));
  // Six months from the end of the period, however far the letter reaches.
  expect(judge(through('2026-11-30'), short)).toEqual(cites(through('2026-11-30')));
  const ended = open([say('controls.basis-ended', { control: 'SA-1', until: july })]);
  const unsigned = { ...letter, state: 'sent' as const, signatures: [] };
  expect(judge(through('2026-09-30'), { ...short, papers: [report, unsigned] })).toEqual(ended);
  // The whole reliance is longer than the bridge: the letter adds nothing to it.
  const late = { now: END };
  expect(judge(through('2026-11-30'), late)).toEqual(
    open([say('controls.basis-ended', { control: 'SA-1', until: END })]),
  );
});

test('SA-1 is refused for answers that contradict each other, and for an auditor who is not independent', () => {
  const qualification = { criterion: 'confidentiality', remediedOn: '2026-06-01' };
  expect(judge({ qualification })).toEqual(
    refused(say('SA-1.unqualified-with-qualification', { criterion: 'confidentiality' })),
  );
  const before = { opinion: 'qualified', qualification: { ...qualification, remediedOn: '2025-09-30' } };
  expect(judge(before)).toEqual(refused(say('SA-1.remedied-before', { remedied: '2025-09-30', from: '2025-10-01' })));
  const people = [person(WHO.ana, { employer: 'Łódka Software sp. z o.o.' })];
  for (const auditor of ['VENDOR GmbH', 'Lodka Software'])
    expect(judge({ auditor }, { people })).toEqual(refused(say('SA-1.own-auditor', { auditor })));
  expect(judge({ bridge: { ...bridge, coversUntil: '2026-03-31' } })).toEqual(
    refused(say('SA-1.bridge-inside', { until: '2026-03-31', through: '2026-03-31' })),
  );
});

test('SA-1 is refused for a carved-out part that nobody has read a report of', () => {
  const subservice: JsonObject[] = [
    { company: 'Cloud One', method: 'carve-out' },
    { company: 'Cloud Two', method: 'carve-out', ownReportRead: true },
    { company: 'Cloud Three', method: 'inclusive' },
  ];
  expect(judge({ subservice })).toEqual(refused(say('SA-1.carved-out', { company: 'Cloud One' })));
});

test('SA-1 is open until the owner of each user-entity control has confirmed it', () => {
  const leavers = { id: 'CUEC-1', what: 'Leavers are reported within a day.', owner: WHO.security };
  const logs = { id: 'CUEC-2', what: 'Logs are reviewed each week.', owner: WHO.manager };
  const change = { userEntityControls: [leavers, logs] };
  const missing = (control: { id: string; owner: string }) =>
    say('SA-1.user-entity-open', { id: control.id, owner: control.owner });
  expect(judge(change)).toEqual(open([missing(leavers), missing(logs)], { turn: 'security', until: END }));
  const one = { state: { userEntityControls: [keyOf(leavers)] } };
  expect(judge(change, one)).toEqual(open([missing(logs)], { turn: 'engineering-manager', until: END }));
  const both = { state: { userEntityControls: [keyOf(leavers), keyOf(logs)] } };
  const parts = ['user-entity-control:CUEC-1', 'user-entity-control:CUEC-2'];
  expect(judge(change, both)).toEqual(met([...rests(change), ...parts], END));
  const other = { userEntityControls: [{ ...leavers, what: 'Leavers are reported at once.' }] };
  expect(judge(other, both)).toEqual(open([missing(leavers)], { turn: 'security', until: END }));
});

test('SA-1 is refused for a user-entity control that is listed twice or owned outside the client', () => {
  const outside = { id: 'CUEC-1', what: 'Leavers are reported.', owner: WHO.contact };
  expect(judge({ userEntityControls: [outside, { ...outside, owner: WHO.security }] })).toEqual(
    refused(say('SA-1.user-entity-twice'), say('SA-1.user-entity-outside', { id: 'CUEC-1', owner: WHO.contact })),
  );
});

test('SA-1 is met by a first report over three months, and by a qualified opinion on a remedied criterion', () => {
  const first = { firstReport: true, periodStart: '2026-01-01' };
  expect(judge(first)).toEqual(met(rests(first), END));
  const remedied = { opinion: 'qualified', qualification: { criterion: 'confidentiality', remediedOn: '2026-06-01' } };
  expect(judge(remedied)).toEqual(met(rests(remedied), END));
});

test('SA-1 is open before a report is supplied, and while it or the remedy lies ahead', () => {
  expect(assess('SA-1', { numbers })).toEqual(open([say('SA-1.not-supplied')]));
  const ahead = { opinion: 'qualified', qualification: { criterion: 'confidentiality', remediedOn: '2026-10-01' } };
  expect(judge(ahead)).toEqual(
    open([say('controls.ahead', { what: say('SA-1.remedy'), day: '2026-10-01' })], {
      until: '2026-10-01T00:00:00.000Z',
    }),
  );
});
