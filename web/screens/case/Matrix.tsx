import { Table } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { placeText } from '../../../presentation/words/places.js';
import { Go } from '../../kit/Go.js';
import { Empty } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf, plain } from '../../kit/words.js';

type Need = CaseView['people'][number]['needs'][number];

/** People by places: each cell is open, or the one thing that blocks it with the way there. */
export function Matrix({ seen }: { seen: CaseView }) {
  const places = [...new Set(seen.people.flatMap(({ needs }) => needs.map(({ resource }) => resource)))];
  if (seen.people.length === 0 || places.length === 0)
    return (
      <Empty title="Nobody of the vendor is named yet.">
        People are proposed by the vendor’s contact or by procurement.
      </Empty>
    );
  return (
    <div className="scroll">
      <Table className="matrix">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Person</Table.Th>
            {places.map((place) => (
              <Table.Th scope="col" key={place}>
                {placeText(place)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {byName(seen).map(({ person, jobRole, needs }) => (
            <Table.Tr key={person}>
              <Table.Th scope="row" fw={400}>
                {nameOf(seen.names, person)}
                <div className="quiet">{jobRole}</div>
              </Table.Th>
              {places.map((place) => (
                <Table.Td key={place}>
                  <Cell seen={seen} person={person} need={needs.find(({ resource }) => resource === place)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const byName = ({ people, names }: CaseView): CaseView['people'] =>
  [...people].sort((a, b) => nameOf(names, a.person).localeCompare(nameOf(names, b.person)));

function Cell({ seen, person, need }: { seen: CaseView; person: string; need: Need | undefined }) {
  if (need === undefined) return <span className="quiet">–</span>;
  const lease = seen.leases.filter((one) => one.person === person && one.resource === need.resource).at(-1);
  if (lease?.want === 'present' && lease.seen === 'present')
    return (
      <>
        <State is="access" word={plain(need.profile)} />
        {lease.notAfter !== undefined && (
          <div className="quiet">
            until <When at={lease.notAfter} zone={seen.zone} />
          </div>
        )}
      </>
    );
  if (lease?.want === 'present')
    return <State is="open" word={lease.seen === 'invited' ? 'Invited: not accepted yet' : 'Being opened'} />;
  if (lease?.want === 'absent' && lease.seen === 'present') return <State is="late" word="Being closed" />;
  const block = blockOf(seen, person);
  return (
    <>
      <State is={block.is} word={block.what} />
      {block.to !== undefined && (
        <div>
          <Go to={block.to}>{block.way}</Go>
        </div>
      )}
    </>
  );
}

type Block = { is: 'waiting' | 'refused' | 'open'; what: string; way?: string; to?: string };

/** The first thing that keeps somebody from their access. */
function blockOf(seen: CaseView, person: string): Block {
  const at = `/cases/${seen.caseId}`;
  const member = seen.people.find((one) => one.person === person);
  if (seen.pause !== undefined) return { is: 'waiting', what: 'The case is paused' };
  if (member?.suspended !== undefined)
    return { is: 'refused', what: 'Suspended', way: 'See people', to: `${at}/people` };
  if (member?.status === 'proposed')
    return { is: 'open', what: 'Not accepted yet', way: 'See people', to: `${at}/people` };
  if (member?.status === 'rejected') return { is: 'refused', what: 'Rejected' };
  const own = seen.controls.find(
    (one) =>
      one.person === person && one.status !== 'met' && one.status !== 'waived' && one.status !== 'not-applicable',
  );
  if (own !== undefined)
    return {
      is: own.status === 'refused' ? 'refused' : 'open',
      what: own.title,
      way: own.id,
      to: `${at}/controls#${own.key}`,
    };
  const stage = seen.stages.find(({ status }) => status !== 'done');
  if (stage !== undefined)
    return {
      is: 'waiting',
      what: `Waits for ${plain(stage.id).toLowerCase()}`,
      ...(stage.approval === undefined
        ? { way: 'See what is open', to: `${at}/controls` }
        : { way: 'See the decision', to: `${at}/decide/${encodeURIComponent(stage.approval)}` }),
    };
  return { is: 'waiting', what: 'Waits for its documents', way: 'See documents', to: `${at}/documents` };
}
