import type { Approval } from '../../approvals/approval.js';
import type { CaseState } from '../../case/state.js';
import { conclude } from '../conclude.js';
import { defineFact } from '../control.js';

function ownVotes({ id, requesters, votes }: Approval): string[] {
  return votes.flatMap((v) => {
    const involved = [v.by, v.onBehalfOf].find((p) => p !== undefined && requesters.includes(p));
    if (involved === undefined) return [];
    return [
      `${involved} asked for ${id} or supplied it, and a vote was cast by or for them; somebody else has to decide.`,
    ];
  });
}

/** Waivers that their requester granted, and people whom their proposer accepted. */
function ownGrants({ waivers, people }: CaseState): string[] {
  const waived = Object.entries(waivers).filter(([, w]) => w.by === w.requestedBy);
  const accepted = Object.values(people).filter((p) => p.status === 'accepted' && p.decidedBy === p.proposedBy);
  return [
    ...waived.map(([key, w]) => `${w.by} asked for the waiver of ${key} and granted it; somebody else has to decide.`),
    ...accepted.map((p) => `${p.proposedBy} proposed ${p.id} and accepted them; somebody else has to decide.`),
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
  locked: true,
  suppliedBy: [],
  assess: (_none, scene) =>
    conclude(
      scene,
      [...Object.values(scene.state.approvals).flatMap(ownVotes), ...ownGrants(scene.state)],
      [{ restsOn: ['ledger:approvals'] }],
    ),
});
