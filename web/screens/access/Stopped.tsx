import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StopsPage } from '../../../contract/stops.js';
import { STOPPERS } from '../../../domain/access/stop.js';
import { placeText } from '../../../presentation/words/places.js';
import { useSession } from '../../api/session.js';
import { stopsQuery, useStopAct } from '../../api/stops.js';
import { Empty, Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { StopForm } from './StopForm.js';
import { useCases } from './useCases.js';

type Row = StopsPage['rows'][number];

/** What stands stopped in all cases, with the switch to stop more and to lift. */
export function Stopped() {
  const { cases } = useCases();
  const { data, error, refetch } = useQuery(stopsQuery(true));
  return (
    <Stack gap="xl">
      <Section title="Stop at once">
        <StopForm cases={cases} />
      </Section>
      <Section title="Stopped now">
        {error !== null && <Fault error={error} again={refetch} />}
        {data === undefined && error === null && <Loading rows={3} />}
        {data?.rows.length === 0 && <Empty title="Nothing is stopped." />}
        {data?.rows.map((row) => (
          <One key={row.stop} row={row} names={data.names} />
        ))}
      </Section>
    </Stack>
  );
}

const subjectText = ({ scope, subject }: Row, names: Record<string, string>): string =>
  scope === 'person' ? nameOf(names, subject) : scope === 'resource' ? placeText(subject) : subject;

function One({ row, names }: { row: Row; names: Record<string, string> }) {
  const { stopped } = row;
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        <Group gap="sm">
          <b>{subjectText(row, names)}</b> <State is="refused" word="Stopped" />
        </Group>
        <div>{stopped.reason}</div>
        <div className="quiet">
          by {nameOf(names, stopped.personId)}, <When at={stopped.at} />
        </div>
      </div>
      <Lift row={row} />
    </div>
  );
}

/** Lifting is for somebody else than whoever stopped, with a reason. */
function Lift({ row }: { row: Row }) {
  const { roles, person } = useSession();
  const [reason, setReason] = useState<string>();
  const lift = useStopAct(`/api/stops/${row.stop}/lift`);
  const role = STOPPERS[row.scope].find((one) => roles.includes(one));
  if (role === undefined) return null;
  if (person.id === row.stopped.personId) return <span className="quiet">You stopped it; somebody else lifts it.</span>;
  if (reason === undefined)
    return (
      <Button variant="default" onClick={() => setReason('')}>
        Lift
      </Button>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') lift.mutate({ reason, role });
      }}
    >
      <Stack gap="xs">
        <TextInput label="Why it is lifted" value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
        {lift.error !== null && <Fault error={lift.error} />}
        <Button type="submit" disabled={reason.trim() === ''} loading={lift.isPending}>
          Lift in all cases
        </Button>
      </Stack>
    </form>
  );
}
