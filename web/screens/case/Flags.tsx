import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { useSession } from '../../api/session.js';
import { ActButton } from '../../form/ActForm.js';
import { knownOf } from '../../kit/known.js';
import { Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf, plain } from '../../kit/words.js';

const ASKERS = ['procurement', 'engineering-manager', 'legal', 'privacy', 'security', 'executive', 'vendor-contact'];

/** Red flags that are up, with what can be done about each; nothing where none is. */
export function Flags({ seen }: { seen: CaseView }) {
  const { roles } = useSession();
  const role = roles.find((one) => ASKERS.includes(one));
  const up = seen.flags.filter(({ status }) => status !== 'cleared');
  if (up.length === 0) return null;
  return (
    <Section title="Red flags">
      {up.map(({ key, id, person, status, reason, raisedAt, raisedBy, until, remedy }) => {
        const fixed = { flag: id, ...(person !== undefined && { person }) };
        const title = seen.controls.find((control) => control.id === id)?.title ?? id;
        return (
          <div key={key} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
            <div>
              <State is="refused" word={plain(status)} /> <b>{title}</b>
              {person !== undefined && `: ${nameOf(seen.names, person)}`} <span className="quiet">{id}</span>
              {reason !== '' && <div>{reason}</div>}
              <div className="quiet">
                Raised by {raisedBy === 'system' ? 'Drawbridge' : nameOf(seen.names, raisedBy)},{' '}
                <When at={raisedAt} zone={seen.zone} />
                {remedy !== undefined && `; remedy: ${remedy.term}, by ${nameOf(seen.names, remedy.owner)}`}
                {until !== undefined && (
                  <>
                    {' until '}
                    <When at={until} zone={seen.zone} />
                  </>
                )}
              </div>
            </div>
            {role !== undefined && (
              <Group gap="xs">
                <ActButton type="ProposeRemedy" fixed={fixed} known={knownOf(seen, role)} />
                <ActButton type="RequestClearance" fixed={fixed} known={knownOf(seen, role)} />
              </Group>
            )}
          </div>
        );
      })}
    </Section>
  );
}
