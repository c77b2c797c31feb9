import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
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

const agreement = paper('msa', { kind: 'master-agreement', signers: ['client', 'vendor'] });
const own = paper('ana', { kind: 'contributor-assignment', signers: [WHO.ana], person: WHO.ana });
const form = {
  paper: 'ana',
  assignment: 'hereby-assigns',
  effectiveOn: 'creation',
  assignsTo: 'vendor',
  priorWorksAttached: true,
  openSourceAttached: true,
};
const judge = (answers: JsonObject, world: World = {}) =>
  assess('IP-2', {
    form: answers,
    person: WHO.ana,
    papers: [agreement, own],
    evidence: { 'IP-1': { paper: 'msa' } },
    ...world,
  });

test('IP-2 is refused for a promise to assign, late effect, no receiver and missing schedules', () => {
  const answers = {
    ...form,
    assignment: 'agrees-to-assign',
    effectiveOn: 'payment',
    assignsTo: 'nobody',
    priorWorksAttached: false,
    openSourceAttached: false,
  };
  expect(judge(answers)).toEqual(
    refused(
      say('IP-2.no-present-assignment', { assignment: 'agrees-to-assign' }),
      say('IP-2.passes-late', { effectiveOn: 'payment' }),
      say('IP-2.no-assignee'),
      say('IP-2.no-prior-works'),
      say('IP-2.no-open-source'),
    ),
  );
});

test('IP-2 is met by an assignment through the vendor, which assigns on under the agreement', () => {
  expect(judge(form)).toEqual(met([ref(`IP-2:${WHO.ana}`, form), `paper:ana@${HASH}`, `paper:msa@${HASH}`]));
});

test('IP-2 is met by an assignment straight to the client, without any agreement of the vendor', () => {
  const direct = { ...form, assignsTo: 'client' };
  expect(judge(direct, { evidence: {} })).toEqual(met([ref(`IP-2:${WHO.ana}`, direct), `paper:ana@${HASH}`]));
});

test('IP-2 is met until the first paper of the chain ends', () => {
  const [sooner, later] = ['2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];
  const papers = [
    { ...agreement, until: sooner },
    { ...own, until: later },
  ];
  expect(judge(form, { papers })).toEqual(
    met([ref(`IP-2:${WHO.ana}`, form), `paper:ana@${HASH}`, `paper:msa@${HASH}`], sooner),
  );
  expect(judge(form, { papers, now: sooner })).toEqual(
    open([say('controls.paper-ended', { paper: 'msa', state: 'expired' })], { until: later }),
  );
});

test('IP-2 is open while the chain stops at a subcontractor, and met once its assignment, signed by one of its people, is in force', () => {
  const people = [person(WHO.ana, { employer: 'Subcontractor' })];
  const missing = say('IP-2.chain-broken', { employer: 'Subcontractor' });
  expect(judge({ ...form, assignsTo: 'employer' }, { people })).toEqual(open([missing]));
  expect(judge({ ...form, chainPaper: 'msa' }, { people })).toEqual(open([missing]));
  const linked = { ...form, assignsTo: 'employer', chainPaper: 'sub' };
  const alone = paper('sub', { kind: 'master-agreement', signers: ['vendor'] });
  expect(judge(linked, { people, papers: [agreement, own, alone] })).toEqual(
    open([say('IP-2.chain-unsigned', { paper: 'sub', employer: 'Subcontractor' })]),
  );
  const link = paper('sub', { kind: 'master-agreement', signers: ['vendor', WHO.ana] });
  expect(judge(linked, { people, papers: [agreement, own, link] })).toEqual(
    met([ref(`IP-2:${WHO.ana}`, linked), `paper:ana@${HASH}`, `paper:sub@${HASH}`, `paper:msa@${HASH}`]),
  );
});

test('IP-2 is open while the paper is about somebody else, unsigned, or the agreement is not supplied', () => {
  const unsigned = { ...own, state: 'sent' as const, signatures: [] };
  expect(judge(form, { papers: [agreement, { ...own, person: WHO.ben }] })).toEqual(
    open([say('controls.paper-of-another', { paper: 'ana', person: WHO.ana })]),
  );
  expect(judge(form, { papers: [agreement, unsigned] })).toEqual(
    open([say('controls.paper-unsigned', { paper: 'ana', signers: [WHO.ana] })], { turn: 'engineer' }),
  );
  expect(judge(form, { evidence: {} })).toEqual(open([say('IP-2.agreement-missing')]));
});

test('IP-2 is open before anything is supplied, and locked', () => {
  expect(assess('IP-2', { person: WHO.ana })).toEqual(open([say('IP-2.not-supplied')]));
  expect(CONTROLS['IP-2']?.locked).toEqual({ kind: 'gate', holds: ['repo'] });
});
