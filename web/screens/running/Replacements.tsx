import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Empty, Section } from '../../kit/Page.js';
import { State, type StateName } from '../../kit/State.js';
import { dayText } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { counted, listed, nameOf } from '../../kit/words.js';
import { REPLACERS } from './roles.js';

type Replacement = CaseView['replacements'][number];

const STATES: Record<Replacement['status'], { is: StateName; word: string }> = {
  running: { is: 'open', word: 'Running' },
  late: { is: 'late', word: 'Late' },
  handover: { is: 'open', word: 'Handover is due' },
  done: { is: 'met', word: 'Done' },
  withdrawn: { is: 'not-applicable', word: 'Withdrawn' },
};

/** Replacements with their clock. */
export function Replacements({ seen }: { seen: CaseView }) {
  return (
    <Section title="Replacements" aside={<RoleAct type="RequestReplacement" roles={REPLACERS} seen={seen} />}>
      {seen.replacements.length === 0 && <Empty title="Nobody is to be replaced." />}
      {seen.replacements.map((one) => (
        <div key={one.id} className="row fact-row" id={one.id}>
          <div>
            <b>{nameOf(seen.names, one.leaver)}</b>
            {one.joiner !== undefined && ` by ${nameOf(seen.names, one.joiner)}`}
            <div className="quiet">
              asked for <When at={one.requestedAt} zone={seen.zone} />, {counted(one.slaBusinessDays, 'business day')}
              {one.candidates.length > 0 &&
                ` · proposed: ${listed(one.candidates.map((id) => nameOf(seen.names, id)))}`}
              {one.handedOverOn !== undefined && ` · handed over on ${dayText(one.handedOverOn)}`}
            </div>
            {one.heldSince !== undefined && (
              <div>
                The clock stands still since <When at={one.heldSince} zone={seen.zone} />: it is the client’s turn.
              </div>
            )}
            {one.daysLate > 0 && (
              <div>
                {counted(one.daysLate, 'business day')} late, credit {one.creditPercent} % of a monthly rate
                {one.creditUsd !== undefined && `, USD ${one.creditUsd.toLocaleString()}`}
              </div>
            )}
          </div>
          <span>
            <State {...STATES[one.status]} />
            {(one.status === 'running' || one.status === 'late') && (
              <span className="quiet" style={{ display: 'block' }}>
                due <When at={one.due} zone={seen.zone} />
              </span>
            )}
          </span>
          <Group gap="xs" justify="flex-end">
            {one.status === 'handover' && (
              <RoleAct
                type="RecordHandover"
                roles={['vendor-contact', 'engineering-manager']}
                seen={seen}
                fixed={{ replacement: one.id }}
              />
            )}
            {(one.status === 'running' || one.status === 'late') && (
              <RoleAct
                type="WithdrawReplacement"
                label="Withdraw"
                roles={REPLACERS}
                seen={seen}
                fixed={{ replacement: one.id }}
              />
            )}
          </Group>
        </div>
      ))}
    </Section>
  );
}
