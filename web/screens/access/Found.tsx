import { Group, Stack } from '@mantine/core';
import { placeText } from '../../../presentation/words/places.js';
import { useSession } from '../../api/session.js';
import { ActButton } from '../../form/ActForm.js';
import { Go } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf, plain } from '../../kit/words.js';
import { isUnanswered, type Outside, outsideOf } from './rows.js';
import { useCases } from './useCases.js';

/** Accounts that nobody gave, and what was changed by hand: first what waits for an answer. */
export function Found() {
  const { cases } = useCases();
  const all = outsideOf(cases);
  const open = all.filter(isUnanswered);
  const known = all.filter((one) => !isUnanswered(one));
  return (
    <Stack gap="xl">
      <Section title="Waits for an answer">
        {open.length === 0 && (
          <Empty title="Nothing waits for an answer.">
            Every account at the provider is there by a grant, or somebody has said whose it is.
          </Empty>
        )}
        {open.map((one) => (
          <Row key={keyOf(one)} one={one} />
        ))}
      </Section>
      {known.length > 0 && (
        <Section title="Known">
          {known.map((one) => (
            <Row key={keyOf(one)} one={one} />
          ))}
        </Section>
      )}
    </Stack>
  );
}

const keyOf = (one: Outside): string =>
  one.is === 'account'
    ? `${one.seen.caseId} ${one.account.resource} ${one.account.person}`
    : `${one.seen.caseId} ${one.change.lease} ${one.change.at}`;

const KEEPERS = ['security', 'engineering-manager'];

function Row({ one }: { one: Outside }) {
  const keeper = useSession().roles.find((role) => KEEPERS.includes(role));
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        {one.is === 'account' ? <Account one={one} /> : <Change one={one} />}
        <div className="quiet">
          <Go to={`/cases/${one.seen.caseId}/people`}>{one.seen.title}</Go>, {one.seen.vendor.name}
        </div>
      </div>
      {keeper !== undefined && <Answer one={one} role={keeper} />}
    </div>
  );
}

function Account({ one: { seen, account } }: { one: Extract<Outside, { is: 'account' }> }) {
  const { person, resource, seenAt, declared, question, foundThere } = account;
  return (
    <>
      <Group gap="sm">
        <b>{nameOf(seen.names, person)}</b> on {placeText(resource)}
        {question !== undefined ? (
          <State is="late" word="Unknown account" />
        ) : (
          foundThere && declared === undefined && <State is="late" word="Found there" />
        )}
      </Group>
      <div>
        {declared === undefined ? (
          'Nobody has said whose it is.'
        ) : (
          <>
            {plain(declared.is)}, says {nameOf(seen.names, declared.by)}: {declared.reason}
          </>
        )}
      </div>
      {question !== undefined && (
        <div>
          Answer by <When at={question.answerBy} zone={seen.zone} />
        </div>
      )}
      {seenAt !== undefined && (
        <div className="quiet">
          Seen <When at={seenAt} zone={seen.zone} />
        </div>
      )}
    </>
  );
}

function Change({ one: { seen, change, person, resource } }: { one: Extract<Outside, { is: 'change' }> }) {
  return (
    <>
      <Group gap="sm">
        <b>{nameOf(seen.names, person)}</b> on {placeText(resource)}
        {change.keptClosed === undefined && <State is="late" word="Changed by hand" />}
      </Group>
      <div>
        {change.change === 'removed'
          ? 'Access was removed at the provider.'
          : `The permission was changed from ${change.from} to ${change.to} at the provider.`}
      </div>
      {change.keptClosed !== undefined && (
        <div>
          Stays closed, says {nameOf(seen.names, change.keptClosed.by)}: {change.keptClosed.reason}
        </div>
      )}
      <div className="quiet">
        Found <When at={change.at} zone={seen.zone} />
      </div>
    </>
  );
}

function Answer({ one, role }: { one: Outside; role: string }) {
  const known = knownOf(one.seen, role);
  if (one.is === 'account') {
    const { resource, person } = one.account;
    const account = one.seen.names[person] ?? person;
    return <ActButton type="DeclareAccounts" fixed={{ resource, accounts: [account] }} known={known} />;
  }
  if (one.change.keptClosed !== undefined) return null;
  return <ActButton type="ReviewOutsideChange" fixed={{ person: one.person, resource: one.resource }} known={known} />;
}
