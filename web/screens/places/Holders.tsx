import { Table } from '@mantine/core';
import type { PlaceOfCase } from '../../../contract/places.js';
import { causeText } from '../../../presentation/words/headings.js';
import { wayText } from '../../../presentation/words/looks.js';
import { Go } from '../../kit/Go.js';
import { Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { Wide } from '../../kit/Wide.js';
import { listed, nameOf } from '../../kit/words.js';
import { permissionName } from '../access/permissions.js';

type Names = Record<string, string>;
type Held = PlaceOfCase['held'][number];

/** Who holds something there by a grant, case by case, with what was seen and what other cases grant. */
export function Holders({ cases, names, lookedAt }: { cases: PlaceOfCase[]; names: Names; lookedAt: string }) {
  const rows = cases.flatMap((seen) => seen.held.map((held) => ({ seen, held })));
  const titles: Names = Object.fromEntries(cases.map(({ caseId, title }) => [caseId, title]));
  return (
    <Section title="Who holds access by a grant">
      {rows.length === 0 ? (
        <div className="quiet">Nobody does.</div>
      ) : (
        <Wide label="Who holds access by a grant">
          <Table miw={640}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Person</Table.Th>
                <Table.Th scope="col">Case</Table.Th>
                <Table.Th scope="col">Granted</Table.Th>
                <Table.Th scope="col">At the provider</Table.Th>
                <Table.Th scope="col">Besides</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ seen, held }) => (
                <Table.Tr key={`${seen.caseId} ${held.id}`}>
                  <Table.Th scope="row" fw={400}>
                    <Go to={`/cases/${seen.caseId}/people#${held.person}`}>{nameOf(names, held.person)}</Go>
                  </Table.Th>
                  <Table.Td>
                    <Go to={`/cases/${seen.caseId}/people`}>{seen.title}</Go>
                    <div className="quiet">{seen.vendor}</div>
                  </Table.Td>
                  <Table.Td>
                    <Granted held={held} zone={seen.zone} />
                  </Table.Td>
                  <Table.Td>
                    <AtProvider held={held} zone={seen.zone} lookedAt={lookedAt} />
                  </Table.Td>
                  <Table.Td>
                    <Besides held={held} titles={titles} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}

function Granted({ held: { want, permission, notAfter, wantSince, cause }, zone }: { held: Held; zone: string }) {
  if (want === 'absent')
    return (
      <>
        Ended <When at={wantSince} zone={zone} />
        {cause !== undefined && <div className="quiet">{causeText(cause)}</div>}
      </>
    );
  return (
    <>
      {permissionName(permission)}
      <div className="quiet">
        {notAfter === undefined ? (
          'no end date'
        ) : (
          <>
            until <When at={notAfter} zone={zone} />
          </>
        )}
      </div>
    </>
  );
}

const STATUS = {
  open: { is: 'access', word: 'Has access' },
  opening: { is: 'open', word: 'Being opened' },
  closing: { is: 'late', word: 'Being closed' },
  removed: { is: 'late', word: 'Removed by hand' },
  unknown: { is: 'late', word: 'Unknown' },
} as const;

/** A look at the place is one at every access there that was seen before. */
function AtProvider({ held, zone, lookedAt }: { held: Held; zone: string; lookedAt: string }) {
  const seenAt = held.seenAt === undefined || held.seenAt > lookedAt ? held.seenAt : lookedAt;
  const { is, word } = STATUS[held.status];
  const other = held.held !== undefined && held.held !== held.permission ? held.held : undefined;
  return (
    <>
      <State is={is} word={held.seen === 'invited' ? 'Invited' : word} />
      {other !== undefined && <div>with {permissionName(other).toLowerCase()} in fact</div>}
      {seenAt !== undefined && (
        <div className="quiet">
          seen <When at={seenAt} zone={zone} />
        </div>
      )}
    </>
  );
}

/** What keeps somebody in beside the grant: other cases, and ways that no closing takes away. */
function Besides({ held: { others, keptBy = [] }, titles }: { held: Held; titles: Names }) {
  if (others === undefined && keptBy.length === 0) return <span className="quiet">–</span>;
  return (
    <>
      {others !== undefined && (
        <div>
          {permissionName(others.permission)} by {listed(others.cases.map((id) => titles[id] ?? 'another case'))}
        </div>
      )}
      {keptBy.length > 0 && <div>Still comes in {listed(keptBy.map(wayText))}</div>}
    </>
  );
}
