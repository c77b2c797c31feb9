import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import type { ApprovalView } from '../../../contract/parts.js';
import { PLACES } from '../../../presentation/console/places.js';
import { waits } from '../../../presentation/views/approvalMeant.js';
import { placeText } from '../../../presentation/words/places.js';
import { useSession } from '../../api/session.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Go } from '../../kit/Go.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf, plain } from '../../kit/words.js';

const ASKERS = ['vendor-contact', 'engineering-manager', 'procurement'] as const;

/** Requests for a person's access: those that wait for the owner of the resource, and what became of those that were decided. */
export function Requests({ person, seen }: { person: string; seen: CaseView }) {
  const all = seen.approvals.filter(({ access }) => access?.person === person);
  return all.map((one) =>
    waits(one) ? (
      <Waiting key={one.id} approval={one} seen={seen} />
    ) : (
      <Decided key={one.id} approval={one} seen={seen} />
    ),
  );
}

type Props = { approval: ApprovalView; seen: CaseView };

const whatOf = ({ resource, profile }: NonNullable<ApprovalView['access']>): string =>
  `${placeText(resource)}, ${plain(profile).toLowerCase()}`;

/** Whoever asked can withdraw theirs. */
function Waiting({ approval: { id, access, due }, seen }: Props) {
  const { person: me } = useSession();
  if (access === undefined) return null;
  return (
    <Group gap="sm">
      <Go to={PLACES.decide(seen.caseId, id)}>
        <State is="waiting" word={`Requested: ${whatOf(access)}`} />
      </Go>
      <span className="quiet">
        by {nameOf(seen.names, access.askedBy)}, until <When at={due} zone={seen.zone} />
      </span>
      {access.askedBy === me.id && (
        <RoleAct
          type="WithdrawAccessRequest"
          roles={ASKERS}
          seen={seen}
          fixed={{ person: access.person, resource: access.resource }}
          variant="subtle"
        />
      )}
    </Group>
  );
}

/** Who decided and why, as far as the reader was told. */
function Decided({ approval: { id, access, status, votes, rejected }, seen }: Props) {
  const last = status === 'approved' ? votes.at(-1) : rejected;
  if (access === undefined || last === undefined) return null;
  const word = status === 'approved' ? 'Request approved' : 'Request declined';
  return (
    <Group gap="sm">
      <Go to={PLACES.decide(seen.caseId, id)}>
        <State is={status === 'approved' ? 'met' : 'refused'} word={`${word}: ${whatOf(access)}`} />
      </Go>
      <span className="quiet">
        by {nameOf(seen.names, last.by)}, <When at={last.at} zone={seen.zone} />
        {last.reason !== '' && `: ${last.reason}`}
      </span>
    </Group>
  );
}
