import { Group, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../contract/caseView.js';
import { caseQuery, isWhole } from '../../api/queries.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Empty } from '../../kit/Page.js';
import { Incident } from './Incident.js';

const REPORTERS = ['security', 'privacy', 'procurement', 'vendor-contact'];

/** Incidents and drills of a case, those that are open first. */
export function Incidents() {
  const { caseId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(caseQuery(caseId));
  if (!isWhole(data)) return null;
  const open = data.incidents.filter(({ closedAt }) => closedAt === undefined);
  const closed = data.incidents.filter(({ closedAt }) => closedAt !== undefined);
  return (
    <Stack gap="xl">
      <Reporting seen={data} />
      {data.incidents.length === 0 && (
        <Empty title="No incidents and no drills.">
          The hours of the law run from the moment somebody knows: report first, find out more later.
        </Empty>
      )}
      {open.map((one) => (
        <Incident key={one.id} incident={one} seen={data} />
      ))}
      {closed.length > 0 && (
        <details open={open.length === 0}>
          <summary>{closed.length} closed</summary>
          {closed.map((one) => (
            <Incident key={one.id} incident={one} seen={data} />
          ))}
        </details>
      )}
    </Stack>
  );
}

function Reporting({ seen }: { seen: CaseView }) {
  return (
    <Group gap="sm">
      <RoleAct type="ReportIncident" roles={REPORTERS} seen={seen} fixed={{ drill: false }} variant="filled" />
      <RoleAct type="ReportIncident" label="Start a drill" roles={REPORTERS} seen={seen} fixed={{ drill: true }} />
    </Group>
  );
}
