import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { leftStateText, leftText, unseenText } from '../../../presentation/words/leftBehind.js';
import { placeText } from '../../../presentation/words/places.js';
import { useSession } from '../../api/session.js';
import { ActButton } from '../../form/ActForm.js';
import { knownOf } from '../../kit/known.js';
import { Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';

type Left = NonNullable<CaseView['leftBehind']>[number];

/** What stays after access has ended: what became of each thing, or that somebody has to say; and what nobody could look at. */
export function LeftBehind({ seen, left }: { seen: CaseView; left: Left[] }) {
  return (
    <Section title="Left behind after access has ended">
      {left.map((one) => (
        <div key={one.lease}>
          {one.items.map((item) => (
            <Item key={item.item} seen={seen} of={one} item={item} />
          ))}
          {one.unseen.length > 0 && (
            <div className="quiet">
              {nameOf(seen.names, one.person)} on {placeText(one.resource)}: nobody could look at{' '}
              {unseenText(one.unseen)}.
            </div>
          )}
        </div>
      ))}
    </Section>
  );
}

function Item({ seen, of, item }: { seen: CaseView; of: Left; item: Left['items'][number] }) {
  const keeper = useSession().roles.find((role) => role === 'security' || role === 'engineering-manager');
  const { person, resource } = of;
  const { answer } = item;
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        <Group gap="sm">
          <b>{leftText(item.item)}</b> on {placeText(resource)}
          <State is={item.asked ? 'late' : 'met'} word={leftStateText(item)} />
        </Group>
        <div className="quiet">
          While {nameOf(seen.names, person)} had access.
          {answer !== undefined &&
            ` ${answer.whose ?? 'Removed'}, says ${nameOf(seen.names, answer.by)}: ${answer.reason}`}{' '}
          Looked at <When at={item.seenAt} zone={seen.zone} />.
        </div>
      </div>
      {keeper !== undefined && item.asked && (
        <ActButton
          type="AnswerLeftBehind"
          fixed={{ person, resource, item: item.item }}
          known={knownOf(seen, keeper)}
        />
      )}
    </div>
  );
}
