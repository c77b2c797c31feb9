import { Group, Table } from '@mantine/core';
import type { PlaceOfCase } from '../../../contract/places.js';
import { ACCOUNT_KEEPERS } from '../../../domain/access/declareAccounts.js';
import { useSession } from '../../api/session.js';
import { ActButton } from '../../form/ActForm.js';
import { Go } from '../../kit/Go.js';
import { Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { Wide } from '../../kit/Wide.js';
import { nameOf, plain } from '../../kit/words.js';
import { permissionName } from '../access/permissions.js';

type Names = Record<string, string>;
type Account = PlaceOfCase['accounts'][number];
type Row = { seen: PlaceOfCase; account: Account };
type Props = { cases: PlaceOfCase[]; names: Names };

const rowsOf = (cases: PlaceOfCase[], fits: (account: Account) => boolean): Row[] =>
  cases.flatMap((seen) => seen.accounts.filter(fits).map((account) => ({ seen, account })));

const isUnknown = ({ question, declared, foundThere }: Account): boolean =>
  question !== undefined || (foundThere && declared === undefined);

/** Accounts of which nobody has said whose they are, each with its question; answered in place. */
export function UnknownAccounts({ cases, names }: Props) {
  const rows = rowsOf(cases, isUnknown);
  return (
    <Section title="Who is unknown">
      {rows.length === 0 && (
        <div className="quiet">Nobody. Every account that was seen is there by a grant, or somebody knows it.</div>
      )}
      {rows.map((row) => (
        <Unknown key={`${row.seen.caseId} ${row.account.person}`} row={row} names={names} />
      ))}
    </Section>
  );
}

function Unknown({ row: { seen, account }, names }: { row: Row; names: Names }) {
  const { roles } = useSession();
  const role = ACCOUNT_KEEPERS.find((one) => roles.includes(one));
  const { person, resource, question, seenAt } = account;
  const known = { caseId: seen.caseId, people: [], papers: [] };
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        <Group gap="sm">
          <b>{nameOf(names, person)}</b>
          <State is="late" word="Unknown account" />
        </Group>
        <div>
          {question?.permission !== undefined && `${permissionName(question.permission)}. `}
          {question === undefined ? (
            'Found there unexpectedly.'
          ) : (
            <>
              Whose is it? Answer by <When at={question.answerBy} zone={seen.zone} />.
            </>
          )}
        </div>
        <div className="quiet">
          {seenAt !== undefined && (
            <>
              Seen <When at={seenAt} zone={seen.zone} />, asked in{' '}
            </>
          )}
          <Go to={`/cases/${seen.caseId}/people`}>{seen.title}</Go>
        </div>
      </div>
      {role !== undefined && (
        <ActButton
          type="DeclareAccounts"
          fixed={{ resource, accounts: [names[person] ?? person] }}
          known={{ ...known, role }}
        />
      )}
    </div>
  );
}

/** Accounts that somebody has declared: whose, by whom and why. */
export function KnownAccounts({ cases, names }: Props) {
  const rows = rowsOf(cases, (account) => account.declared !== undefined && account.question === undefined);
  if (rows.length === 0) return null;
  return (
    <Section title="Who is known">
      <Wide label="Who is known">
        <Table miw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Account</Table.Th>
              <Table.Th scope="col">Whose</Table.Th>
              <Table.Th scope="col">Said by</Table.Th>
              <Table.Th scope="col">In</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Known key={`${row.seen.caseId} ${row.account.person}`} row={row} names={names} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Known({ row: { seen, account }, names }: { row: Row; names: Names }) {
  const { person, declared } = account;
  if (declared === undefined) return null;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {nameOf(names, person)}
      </Table.Th>
      <Table.Td>
        {plain(declared.is)}
        {declared.whose !== undefined && <div className="quiet">{declared.whose}</div>}
      </Table.Td>
      <Table.Td>
        {nameOf(names, declared.by)}, <When at={declared.at} zone={seen.zone} />
        <div className="quiet">{declared.reason}</div>
      </Table.Td>
      <Table.Td>
        <Go to={`/cases/${seen.caseId}/people`}>{seen.title}</Go>
      </Table.Td>
    </Table.Tr>
  );
}
