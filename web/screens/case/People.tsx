import { Button, Group, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../contract/caseView.js';
import type { CommandType } from '../../../contract/commands.js';
import { namesOfAccounts } from '../../../domain/people/accounts.js';
import { PLACES } from '../../../presentation/console/places.js';
import { placeText } from '../../../presentation/words/places.js';
import { caseQuery, isWhole } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { ActButton } from '../../form/ActForm.js';
import { labelOf } from '../../form/questionsOf.js';
import { Go } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { listed, nameOf, plain, roleName } from '../../kit/words.js';
import { LeftBehind } from './LeftBehind.js';
import { Matrix } from './Matrix.js';
import { Requests } from './Requests.js';

/** The people of both sides, what they need, and what is at the provider beside the record. */
export function People() {
  const { caseId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(caseQuery(caseId));
  if (!isWhole(data)) return null;
  return (
    <Stack gap="xl">
      <Section title="People and places">
        <Matrix seen={data} />
      </Section>
      <Section title={`People of ${data.vendor.name}`}>
        {data.people.length === 0 && <Empty title="Nobody is named yet." />}
        {data.people.map((member) => (
          <Member key={member.person} member={member} seen={data} />
        ))}
      </Section>
      <Section title={`People of ${data.client.name}`}>
        <dl className="facts">
          {Object.entries(data.client.people).map(([role, ids]) => (
            <div key={role} style={{ display: 'contents' }}>
              <dt>{roleName(role)}</dt>
              <dd>{listed(ids.map((id) => nameOf(data.names, id)))}</dd>
            </div>
          ))}
          {data.missingRoles.map((role) => (
            <div key={role} style={{ display: 'contents' }}>
              <dt>{roleName(role)}</dt>
              <dd>
                <State is="refused" word="Nobody is named" />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {data.accounts !== undefined && data.accounts.length > 0 && <Accounts seen={data} accounts={data.accounts} />}
      {data.leftBehind !== undefined && data.leftBehind.length > 0 && <LeftBehind seen={data} left={data.leftBehind} />}
    </Stack>
  );
}

const STATUS: Record<string, 'met' | 'open' | 'refused' | 'waiting'> = {
  accepted: 'met',
  proposed: 'open',
  rejected: 'refused',
  left: 'waiting',
};

function Member({ member, seen }: { member: CaseView['people'][number]; seen: CaseView }) {
  const { roles, side } = useSession();
  const { person } = member;
  const manager = roles.includes('engineering-manager');
  const suspender = roles.find((role) =>
    ['security', 'privacy', 'legal', 'engineering-manager', 'procurement'].includes(role),
  );
  const corrector = roles.find((role) => ['procurement', 'vendor-contact', 'engineering-manager'].includes(role));
  const asker = roles.find((role) => ['engineering-manager', 'procurement', 'vendor-contact'].includes(role));
  const button = (type: CommandType, role: string, fixed = {}) => (
    <ActButton key={type} type={type} fixed={{ person, ...fixed }} known={knownOf(seen, role)} />
  );
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }} id={person}>
      <div>
        <Group gap="sm">
          <b>{nameOf(seen.names, person)}</b>
          <State is={STATUS[member.status] ?? 'waiting'} word={plain(member.status)} />
          {member.suspended !== undefined && <State is="refused" word={`Suspended: ${member.suspended.reason}`} />}
        </Group>
        <div className="quiet">
          {member.jobRole} · {member.employer}, {member.country}
          {accountsText(member)}
        </div>
        {member.needs.map(({ resource, profile, task }) => (
          <div key={resource}>
            {placeText(resource)}: {plain(profile).toLowerCase()} <span className="quiet">({task})</span>
          </div>
        ))}
        <Requests person={person} seen={seen} />
        {side === 'client' && (
          <Go to={PLACES.explain(seen.caseId, person)}>What could they reach on a day, and why?</Go>
        )}
        {member.known?.map((one) => (
          <div key={one.caseId}>
            <State is="late" word="Known in another case" />{' '}
            {one.differs.map(({ field, here, there }) => `${field}: ${here} here, ${there} there`).join('; ')}
          </div>
        ))}
      </div>
      <Group gap="xs">
        {manager && !member.accepted && (
          <>
            {button(
              'AcceptPerson',
              'engineering-manager',
              member.accounts === undefined ? {} : { accounts: namesOfAccounts(member.accounts) },
            )}
            {button('RejectPerson', 'engineering-manager')}
          </>
        )}
        {asker !== undefined && member.accepted && button('RequestAccess', asker)}
        {manager && member.accepted && button('SetNeeds', 'engineering-manager')}
        {corrector !== undefined && button('CorrectPerson', corrector)}
        {suspender !== undefined && member.accepted && (
          <ActButton
            type={member.suspended === undefined ? 'SuspendAccess' : 'ResumeAccess'}
            fixed={{ person }}
            known={knownOf(seen, suspender)}
          />
        )}
        {corrector !== undefined && member.accepted && button('RecordDeparture', corrector)}
        {suspender !== undefined && member.accepted && (
          <Button component={Go} to={`/access/stopped?scope=person&subject=${person}`} variant="subtle">
            Stop in all cases
          </Button>
        )}
      </Group>
    </div>
  );
}

/** Each account with its number where that is known. */
function accountsText({ accounts = {}, accepted }: CaseView['people'][number]): string {
  const each = Object.entries(accounts).map(
    ([provider, { name, id }]) => ` · ${labelOf(provider)} ${name}${id === undefined ? '' : ` (no. ${id})`}`,
  );
  return `${each.join('')}${each.length === 0 || accepted ? '' : ' (not accepted yet)'}`;
}

function Accounts({ seen, accounts }: { seen: CaseView; accounts: NonNullable<CaseView['accounts']> }) {
  const { roles } = useSession();
  const keeper = roles.find((role) => role === 'security' || role === 'engineering-manager');
  return (
    <Section title="Accounts that are not there by a grant">
      {accounts.map(({ resource, person, seenAt, declared, question, foundThere }) => (
        <div key={`${resource} ${person}`} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <div>
            <b>{nameOf(seen.names, person)}</b> on {placeText(resource)}
            <div className="quiet">
              {declared !== undefined
                ? `${plain(declared.is)}, said by ${nameOf(seen.names, declared.by)}: ${declared.reason}`
                : 'Nobody has said whose it is.'}
              {seenAt !== undefined && (
                <>
                  {' '}
                  Seen <When at={seenAt} zone={seen.zone} />.
                </>
              )}
            </div>
          </div>
          <Group gap="sm">
            {question !== undefined && <State is="late" word="Answer wanted" />}
            {keeper !== undefined && (foundThere || question !== undefined) && (
              <ActButton
                type="DeclareAccounts"
                fixed={{ resource, accounts: [seen.names[person] ?? person] }}
                known={knownOf(seen, keeper)}
              />
            )}
          </Group>
        </div>
      ))}
    </Section>
  );
}
