import { Group, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { caseQuery, isWhole, type Seen } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go } from '../../kit/Go.js';
import { Empty, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { dayOfInstant } from '../../kit/times.js';
import { nameOf } from '../../kit/words.js';
import { AddDocument } from './AddDocument.js';
import { isLive, kindName, type Paper, partiesOf, stateOfPaper, waitsFor } from './paperWords.js';
import { Reuse } from './Reuse.js';
import { HANDLERS, REUSERS, roleAmong } from './roles.js';

/** The register of a case's documents: what is to be signed, what is in force, what has ended. */
export function Documents() {
  const { caseId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(caseQuery(caseId));
  const open = data.papers.filter(({ state }) => ['draft', 'sent', 'signed'].includes(state));
  const inForce = data.papers.filter(({ state }) => state === 'in-force');
  const ended = data.papers.filter((paper) => !isLive(paper));
  return (
    <Stack gap="xl">
      <Buttons seen={data} />
      {data.papers.length === 0 && (
        <Empty title="No documents yet.">
          Agreements, assignments and reports stand here once somebody has added them.
        </Empty>
      )}
      {open.length > 0 && (
        <Section title="On their way">
          <Rows papers={open} seen={data} />
        </Section>
      )}
      {inForce.length > 0 && (
        <Section title="In force">
          <Rows papers={inForce} seen={data} />
        </Section>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{ended.length} ended</summary>
          <Rows papers={ended} seen={data} />
        </details>
      )}
    </Stack>
  );
}

function Buttons({ seen }: { seen: Seen }) {
  const { roles } = useSession();
  if (!isWhole(seen) || seen.status === 'closed') return null;
  const handler = roleAmong(roles, HANDLERS);
  const reuser = roleAmong(roles, REUSERS);
  if (handler === undefined) return null;
  return (
    <Group gap="sm">
      <AddDocument seen={seen} role={handler} />
      {reuser !== undefined && <Reuse seen={seen} role={reuser} />}
    </Group>
  );
}

function Rows({ papers, seen }: { papers: Paper[]; seen: Seen }) {
  return papers.map((paper) => <Row key={paper.id} paper={paper} seen={seen} />);
}

function Row({ paper, seen }: { paper: Paper; seen: Seen }) {
  const { title, kind, person, signers, signatures, state } = paper;
  const waiting = waitsFor(paper, partiesOf(seen));
  return (
    <Go to={`/cases/${seen.caseId}/documents/${paper.id}`} className="row doc-row">
      <span>
        <b>{title}</b>
        <span className="quiet" style={{ display: 'block' }}>
          {kindName(kind)}
          {person !== undefined && ` · ${nameOf(seen.names, person)}`}
          {paper.supersedes !== undefined && ' · new version'}
          {paper.reused !== undefined && ' · from an earlier case'}
        </span>
      </span>
      <span>
        <State {...stateOfPaper(state)} />
        {waiting !== '' && (
          <span className="quiet" style={{ display: 'block' }}>
            {waiting}
          </span>
        )}
      </span>
      <span className="quiet">{signers.length > 0 && `${signatures.length} of ${signers.length} signed`}</span>
      <span className="quiet">
        <Span paper={paper} seen={seen} />
      </span>
    </Go>
  );
}

/** The days on which a document is in force, in the zone of the client's calendar. */
export function Span({ paper: { from, until, inForceSince }, seen }: { paper: Paper; seen: Seen }) {
  const zone = isWhole(seen) ? seen.client.timeZone : seen.zone;
  const first = dayOfInstant(inForceSince ?? from, zone);
  // The end is the first instant after it.
  return until === undefined
    ? `from ${first}`
    : `${first} to ${dayOfInstant(new Date(Date.parse(until) - 1).toISOString(), zone)}`;
}
