import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { waits } from '../../../presentation/views/approvalMeant.js';
import { placeText } from '../../../presentation/words/places.js';
import { useSession } from '../../api/session.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Go } from '../../kit/Go.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf, plain } from '../../kit/words.js';

const ASKERS = ['vendor-contact', 'engineering-manager', 'procurement'] as const;

/** Requests for a person's access that wait for the owner of the resource; whoever asked can withdraw theirs. */
export function Requests({ person, seen }: { person: string; seen: CaseView }) {
  const { person: me } = useSession();
  const open = seen.approvals.filter((one) => one.access?.person === person && waits(one));
  return open.map(({ id, access, due }) =>
    access === undefined ? null : (
      <Group key={id} gap="sm">
        <Go to={`/cases/${seen.caseId}/decide/${encodeURIComponent(id)}`}>
          <State
            is="waiting"
            word={`Requested: ${placeText(access.resource)}, ${plain(access.profile).toLowerCase()}`}
          />
        </Go>
        <span className="quiet">
          by {nameOf(seen.names, access.askedBy)}, until <When at={due} zone={seen.zone} />
        </span>
        {access.askedBy === me.id && (
          <RoleAct
            type="WithdrawAccessRequest"
            roles={ASKERS}
            seen={seen}
            fixed={{ person, resource: access.resource }}
            variant="subtle"
          />
        )}
      </Group>
    ),
  );
}
