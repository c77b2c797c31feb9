import type { Approval } from '../../../../domain/approvals/approval.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, NOW, person, refused, WHO } from '../../../support/controls/scene.js';

const approval = (...votes: Pick<Approval['votes'][number], 'by' | 'onBehalfOf'>[]): Approval => ({
  id: 'gate:contract',
  kind: 'gate',
  subject: 'contract',
  contentHash: HASH,
  requesters: [WHO.procurement, WHO.contact],
  deciders: [{ role: 'legal', quorum: 1 }],
  rule: 'all',
  status: 'approved',
  votes: votes.map((v) => ({ role: 'legal', at: NOW, reason: 'Read it', ...v })),
  askedAt: NOW,
  due: NOW,
});
const judge = (...votes: Parameters<typeof approval>) =>
  assess('AU-2', { state: { approvals: { 'gate:contract': approval(...votes) } } });
const says = (who: string) => say('AU-2.own-vote', { person: who, approval: 'gate:contract' });

test('AU-2 is refused when somebody voted on what they asked for, also for somebody else', () => {
  expect(judge({ by: WHO.procurement })).toEqual(refused(says(WHO.procurement)));
  expect(judge({ by: WHO.procurement, onBehalfOf: WHO.legal })).toEqual(refused(says(WHO.procurement)));
});

test('AU-2 is refused when a delegate voted for somebody who asked', () => {
  expect(judge({ by: WHO.legal }, { by: WHO.security, onBehalfOf: WHO.procurement })).toEqual(
    refused(says(WHO.procurement)),
  );
});

test('AU-2 is refused when somebody granted the waiver that they asked for, or accepted whom they proposed', () => {
  const who = WHO.procurement;
  const waivers = { 'SA-1': { until: NOW, by: who, requestedBy: who, reason: 'Pilot', since: NOW } };
  const people = [person(WHO.ana, { proposedBy: WHO.manager }), person(WHO.ben)];
  expect(assess('AU-2', { people, state: { waivers } })).toEqual(
    refused(
      say('AU-2.own-waiver', { person: who, waiver: 'SA-1' }),
      say('AU-2.own-acceptance', { by: WHO.manager, person: WHO.ana }),
    ),
  );
});

test('AU-2 is met by votes of others, and before any vote', () => {
  expect(judge({ by: WHO.legal }, { by: WHO.security, onBehalfOf: WHO.legal })).toEqual(met(['ledger:approvals']));
  expect(judge()).toEqual(met(['ledger:approvals']));
});

test('AU-2 is locked', () => {
  expect(CONTROLS['AU-2']?.locked).toEqual({ kind: 'always' });
});
