import type { Actor } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { decide } from '../../../domain/decider/decide.js';
import { evolve } from '../../../domain/decider/evolve.js';
import { papersClockwork } from '../../../domain/papers/clockwork.js';
import type { PaperInForce } from '../../../domain/papers/paper.js';
import { HASH, NOW, paper, sceneOf, WHO } from '../../support/controls/scene.js';

const source = { caseId: 'case-0', paper: 'msa', seq: 12, hash: 'b'.repeat(64) };
const at = '2026-03-01T09:00:00.000Z';
const msa: PaperInForce = {
  id: 'msa',
  kind: 'master-agreement',
  title: 'Master agreement',
  textHash: HASH,
  signers: ['client', 'vendor'],
  signatures: [
    { by: 'client', personId: WHO.legal, at },
    { by: 'vendor', personId: 'p-earlier-contact', at },
  ],
  from: '2026-03-01T00:00:00.000Z',
  until: '2027-03-01T00:00:00.000Z',
};
const assignment: PaperInForce = {
  ...msa,
  id: 'assignment-ana',
  kind: 'contributor-assignment',
  person: WHO.ana,
  signers: [WHO.ana],
  signatures: [{ by: WHO.ana, personId: WHO.ana, at }],
};
const procurement: Actor = { personId: WHO.procurement, role: 'procurement' };
const state = (change: Partial<CaseState> = {}): CaseState => sceneOf('IP-1', { state: change }).state;
const reuse = (taken: PaperInForce, actor = procurement, change: Partial<CaseState> = {}, from = source) =>
  decide(state(change), { type: 'ReusePaper', source: from, paper: taken }, actor, NOW);

test.each([
  ['an agreement of both parties', msa],
  ['the assignment of a person of the roster', assignment],
  ['a report that nobody signs', { ...msa, kind: 'attestation-report', signers: [], signatures: [] }],
  ['a paper without an end', { ...msa, until: undefined }],
] as [string, PaperInForce][])('given %s in force elsewhere, it is taken over as it is', (_, taken) => {
  expect(reuse(taken)).toEqual({ events: [{ type: 'PaperReused', source, paper: taken }] });
});

test.each<[string, PaperInForce, string]>([
  ['a party that has not signed', { ...msa, signatures: msa.signatures.slice(0, 1) }, 'PaperNotOpen'],
  [
    'a signature of somebody else in a person’s place',
    { ...assignment, signatures: [{ by: WHO.ana, personId: WHO.ben, at }] },
    'PaperNotOpen',
  ],
  ['a person who is nobody here', { ...assignment, person: 'p-zoe' }, 'UnknownPerson'],
  ['a signer who is nobody here', { ...msa, signers: ['client', 'p-zoe'] }, 'UnknownPerson'],
  ['a window that has ended at this instant', { ...msa, until: NOW }, 'PaperNotOpen'],
  ['a window to come', { ...msa, from: '2026-09-10T10:00:00.001Z' }, 'PaperNotOpen'],
])('given %s, it is not taken over', (_, taken, code) => {
  expect(reuse(taken)).toMatchObject({ refused: code });
});

test('given another role, a taken id or a paper of the same case, it is refused', () => {
  expect(reuse(msa, { personId: WHO.contact, role: 'vendor-contact' })).toMatchObject({ refused: 'NotYourRole' });
  expect(reuse(msa, { personId: WHO.legal, role: 'procurement' })).toMatchObject({ refused: 'NotYourRole' });
  const papers = { msa: paper('msa', { kind: 'nda', signers: [] }) };
  expect(reuse(msa, procurement, { papers })).toMatchObject({ refused: 'DuplicateId' });
  expect(reuse(msa, procurement, {}, { ...source, caseId: 'case-1' })).toMatchObject({ refused: 'PaperNotOpen' });
});

test('given a paper taken over, it comes into force here by the common rule, and ends when the earlier one ends', () => {
  const event = { type: 'PaperReused', source, paper: msa } as const;
  const after = evolve(state(), { seq: 10, at: NOW, actor: procurement, commandId: 'k', event });
  expect(after.papers.msa).toEqual({ ...msa, state: 'signed', registeredBy: WHO.procurement, reused: source });
  expect(papersClockwork.facts(after, NOW)).toEqual([{ type: 'PaperCameIntoForce', paper: 'msa', textHash: HASH }]);
  expect(papersClockwork.facts(after, '2027-03-01T00:00:00.000Z')).toEqual([{ type: 'PaperExpired', paper: 'msa' }]);
});
