import type { Approval } from '../../approvals/approval.js';
import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { conclude } from '../conclude.js';
import { defineFact } from '../control.js';

function ownVotes({ id, requesters, votes }: Approval): Said[] {
  return votes.flatMap((v) => {
    const involved = [v.by, v.onBehalfOf].find((p) => p !== undefined && requesters.includes(p));
    return involved === undefined ? [] : [say('AU-2.own-vote', { person: involved, approval: id })];
  });
}

/** Waivers that their requester granted, and people whom their proposer accepted. */
function ownGrants({ waivers, people }: CaseState): Said[] {
  const waived = Object.entries(waivers).filter(([, w]) => w.by === w.requestedBy);
  const accepted = Object.values(people).filter((p) => p.status === 'accepted' && p.decidedBy === p.proposedBy);
  return [
    ...waived.map(([key, w]) => say('AU-2.own-waiver', { person: w.by, waiver: key })),
    ...accepted.map((p) => say('AU-2.own-acceptance', { by: p.proposedBy, person: p.id })),
  ];
}

/** Whoever asks for something does not approve it, nor does a delegate; judged over every decision on the record. */
export const AU2 = defineFact({
  id: 'AU-2',
  title: 'Whoever asks for something does not approve it, delegates included',
  area: 'always',
  risk: 'legal',
  nist: 'govern',
  subject: 'case',
  locked: { kind: 'always' },
  suppliedBy: [],
  assess: (_none, scene) =>
    conclude(
      scene,
      [...Object.values(scene.state.approvals).flatMap(ownVotes), ...ownGrants(scene.state)],
      [{ restsOn: ['ledger:approvals'] }],
    ),
});
