import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../../../contract/caseView.js';
import type { CommandType } from '../../../contract/commands.js';
import { useSession } from '../../api/session.js';
import { ActForm } from '../../form/ActForm.js';
import { actName } from '../../kit/acts.js';
import { knownOf } from '../../kit/known.js';

type Offer = { type: CommandType; roles: readonly string[]; when?(seen: CaseView): boolean };

const CLIENT = ['procurement', 'engineering-manager', 'legal', 'privacy', 'security', 'executive'];
const LEADERS = ['procurement', 'executive'];

/** Acts that nobody is asked for: somebody may want them at any time. */
const OFFERS: Offer[] = [
  { type: 'ProposePerson', roles: ['procurement', 'vendor-contact'] },
  { type: 'RaiseRedFlag', roles: CLIENT },
  { type: 'RequestWaiver', roles: [...CLIENT, 'vendor-contact'] },
  { type: 'ReportIncident', roles: ['security', 'privacy', 'procurement', 'vendor-contact'] },
  { type: 'RaiseDispute', roles: ['vendor-contact'] },
  { type: 'RequestReplacement', roles: ['engineering-manager', 'procurement'] },
  { type: 'Delegate', roles: CLIENT },
  { type: 'NameForRole', roles: CLIENT },
  { type: 'EndRole', roles: CLIENT },
  { type: 'EndDelegation', roles: CLIENT, when: ({ delegations }) => delegations.length > 0 },
  { type: 'ChooseModel', roles: LEADERS },
  { type: 'ChangeScope', roles: ['procurement'] },
  { type: 'ProposePolicy', roles: ['procurement'] },
  { type: 'PauseCase', roles: LEADERS, when: ({ pause }) => pause === undefined },
  { type: 'ResumeCase', roles: LEADERS, when: ({ pause }) => pause !== undefined },
  { type: 'CloseCase', roles: LEADERS },
];

/** What one may do with a case beside one's tasks. */
export function CaseActs({ seen }: { seen: CaseView }) {
  const { roles } = useSession();
  const [chosen, choose] = useState<{ type: string; role: string }>();
  if (seen.status === 'closed') return null;
  const offers = OFFERS.flatMap(({ type, roles: of, when }) => {
    const role = roles.find((one) => of.includes(one));
    return role === undefined || when?.(seen) === false ? [] : [{ type, role }];
  });
  if (offers.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offers.map((offer) => (
            <Menu.Item key={offer.type} aria-haspopup="dialog" onClick={() => choose(offer)}>
              {actName(offer.type)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={chosen !== undefined}
        onClose={() => choose(undefined)}
        title={chosen && actName(chosen.type)}
        size="lg"
      >
        {chosen !== undefined && (
          <ActForm type={chosen.type} fixed={{}} known={knownOf(seen, chosen.role)} onDone={() => choose(undefined)} />
        )}
      </Modal>
    </>
  );
}
