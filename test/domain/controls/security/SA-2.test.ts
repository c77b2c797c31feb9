import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, open, paper, ref, refused, type World } from '../../../support/controls/scene.js';

const numbers = { certificateMaxMonths: 36, auditMaxMonths: 15 };
const lists = { controlsNeeded: ['8.28', '8.33'] };
const until = '2028-05-01T00:00:00.000Z';
const certificate = paper('iso', { kind: 'attestation-report', signers: [], until });
const STATEMENT = 'b'.repeat(64);
const form = {
  paper: 'iso',
  edition: '2022',
  coversWork: true,
  scope: 'Development of machine learning systems for clients',
  certifiedBy: 'Cert AG',
  accreditedBy: 'DAkkS',
  issuedOn: '2025-05-01',
  validUntil: '2028-04-30',
  lastAuditOn: '2026-04-20',
  statement: STATEMENT,
  statementNamed: true,
  excluded: [{ control: '7.4', justification: 'No premises of its own' }],
};
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('SA-2', { form: { ...form, ...change }, numbers, lists, papers: [certificate], ...world });
const rests = [ref('SA-2', form), `paper:iso@${HASH}`, `document:${STATEMENT}`];
const AUDIT_END = '2027-07-21T00:00:00.000Z';

test('SA-2 is refused for a body that is the vendor itself, or accredits itself', () => {
  expect(judge({ certifiedBy: 'VENDOR Inc.' })).toEqual(refused(say('SA-2.own-body', { body: 'VENDOR Inc.' })));
  expect(judge({ accreditedBy: 'CERT' })).toEqual(refused(say('SA-2.accredits-itself', { body: 'Cert AG' })));
});

test('SA-2 is refused for a certificate to the 2013 edition, in one sentence whatever else is wrong', () => {
  expect(judge({ edition: '2013', coversWork: false })).toEqual(refused(say('SA-2.edition-2013')));
});

test('SA-2 is refused for another scope, a body without accreditation, and days that cannot be', () => {
  const { accreditedBy: _none, ...bare } = form;
  const change = { ...bare, coversWork: false, validUntil: '2028-05-02', lastAuditOn: '2028-05-03' };
  expect(assess('SA-2', { form: change, numbers, lists, papers: [certificate] })).toEqual(
    refused(
      say('SA-2.other-scope'),
      say('SA-2.not-accredited', { body: 'Cert AG' }),
      say('SA-2.too-long', { issued: '2025-05-01', until: '2028-05-02', limit: 36 }),
      say('SA-2.audit-after-end', { audited: '2028-05-03', until: '2028-05-02' }),
    ),
  );
  expect(judge({ validUntil: '2025-04-30', lastAuditOn: '2025-04-01' })).toEqual(
    refused(say('SA-2.reversed', { issued: '2025-05-01', until: '2025-04-30' })),
  );
});

test('SA-2 is refused for another statement of applicability, and for one that leaves out what it may not', () => {
  const excluded: JsonObject[] = [{ control: '7.4' }, { control: '8.28', justification: 'No code' }];
  expect(judge({ statementNamed: false, excluded })).toEqual(
    refused(
      say('SA-2.other-statement'),
      say('SA-2.unjustified', { excluded: ['7.4'] }),
      say('SA-2.excludes-needed', { excluded: ['8.28'] }),
    ),
  );
});

test('SA-2 is met until the next audit is due, or the certificate ends before that', () => {
  expect(judge()).toEqual(met(rests, AUDIT_END));
  expect(judge({}, { now: AUDIT_END })).toEqual(
    open([say('controls.basis-ended', { control: 'SA-2', until: '2027-07-21T00:00:00.000Z' })]),
  );
  const short = { ...form, validUntil: '2026-12-31' };
  expect(judge(short)).toEqual(met([ref('SA-2', short), ...rests.slice(1)], '2027-01-01T00:00:00.000Z'));
});

test('SA-2 is open before anything is supplied, while it or its audit lies ahead, and on a paper without an end', () => {
  expect(assess('SA-2', { numbers, lists })).toEqual(open([say('SA-2.not-supplied')]));
  expect(judge({ issuedOn: '2026-10-01', lastAuditOn: '2026-09-20' })).toEqual(
    open(
      [
        say('controls.ahead', { what: say('SA-2.certificate'), day: '2026-10-01' }),
        say('controls.ahead', { what: say('SA-2.audit'), day: '2026-09-20' }),
      ],
      {
        until: '2026-09-20T00:00:00.000Z',
      },
    ),
  );
  const { until: _end, ...endless } = certificate;
  expect(judge({}, { papers: [endless] })).toEqual(
    open([say('SA-2.endless-paper', { paper: 'iso' })], { until: AUDIT_END }),
  );
});

test('SA-2 is barred where the client accepts nothing less than a current SOC 2 report', () => {
  const applies = CONTROLS['SA-2']?.applies;
  expect(applies?.({ ...intake, currentSoc2Required: true })).toEqual({
    applies: false,
    why: say('SA-2.soc2-required'),
  });
  expect(applies?.(intake).applies).toBe(true);
});
