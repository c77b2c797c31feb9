import { Button, Group, Select, Stack, Table, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { placeText } from '../../../presentation/words/places.js';
import { actPath } from '../../api/act.js';
import { send } from '../../api/client.js';
import { isUnknown } from '../../api/problem.js';
import { ActButton } from '../../form/ActForm.js';
import { Go } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { Wide } from '../../kit/Wide.js';
import { counted } from '../../kit/words.js';
import { type Grant, grantsOf } from './rows.js';
import { useCases } from './useCases.js';

type Decision = 'confirm' | 'remove';

/** What is up for recertification, as one table with the decisions in place: one reason, one press. */
export function Recertify() {
  const { cases } = useCases();
  const due = grantsOf(cases).filter((grant) => grant.due);
  const next = cases.flatMap(({ recertification }) => recertification?.nextRoundAt ?? []).sort()[0];
  if (due.length === 0)
    return (
      <Empty title="Nothing has to be confirmed now.">
        {next === undefined ? (
          'The first round begins with the first access.'
        ) : (
          <>
            The next round begins <When at={next} />.
          </>
        )}
      </Empty>
    );
  return <Round due={due} />;
}

function Round({ due }: { due: Grant[] }) {
  const queries = useQueryClient();
  const [decisions, setDecisions] = useState<Record<string, Decision>>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  /** By grant, under which key a decision was sent of which it is not known whether it was recorded. */
  const [sent] = useState(() => new Map<string, string>());
  const chosen = due.filter(({ key }) => decisions[key] !== undefined);
  const record = async () => {
    setBusy(true);
    const failed: Record<string, string> = {};
    for (const { key, seen, lease } of chosen) {
      const body = { person: lease.person, resource: lease.resource, decision: decisions[key], reason };
      const press = sent.get(key) ?? crypto.randomUUID();
      sent.set(key, press);
      await send(actPath(seen.caseId, 'Recertify'), body, { key: press }).then(
        () => sent.delete(key),
        (error: Error) => {
          failed[key] = error.message;
          if (!isUnknown(error)) sent.delete(key);
        },
      );
    }
    setFaults(failed);
    setDecisions((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key in failed)));
    setBusy(false);
    await queries.invalidateQueries();
  };
  const all = (decision: Decision) => setDecisions(Object.fromEntries(due.map(({ key }) => [key, decision])));
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <span>{counted(due.length, 'grant')} to be confirmed. What nobody confirms is withdrawn.</span>
        <Button variant="default" onClick={() => all('confirm')}>
          Confirm all
        </Button>
      </Group>
      <Wide label="Grants to be confirmed">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Person</Table.Th>
              <Table.Th scope="col">Can reach</Table.Th>
              <Table.Th scope="col">What for</Table.Th>
              <Table.Th scope="col">Withdrawn unless confirmed</Table.Th>
              <Table.Th scope="col">Decision</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {due.map((grant) => (
              <Line
                key={grant.key}
                grant={grant}
                value={decisions[grant.key] ?? null}
                fault={faults[grant.key]}
                onChange={(decision) =>
                  setDecisions(({ [grant.key]: _before, ...others }) =>
                    decision === null ? others : { ...others, [grant.key]: decision },
                  )
                }
              />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <form
        className="bar no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <Group align="flex-end" gap="md">
          <Textarea
            label="Reason"
            description="It stands in the record of each of them."
            required
            autosize
            minRows={1}
            style={{ flex: 1 }}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={chosen.length === 0 || reason.trim() === ''}>
            Record {counted(chosen.length, 'decision')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

type LineProps = {
  grant: Grant;
  value: Decision | null;
  fault: string | undefined;
  onChange(decision: Decision | null): void;
};

const isDecision = (value: string | null): value is Decision => value === 'confirm' || value === 'remove';

function Line({ grant: { who, lease, seen }, value, fault, onChange }: LineProps) {
  const need = seen.people
    .find(({ person }) => person === lease.person)
    ?.needs.find(({ resource }) => resource === lease.resource);
  const { deadline } = seen.recertification ?? {};
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {who}
        <div className="quiet">{seen.vendor.name}</div>
      </Table.Th>
      <Table.Td>
        {placeText(lease.resource)}
        <div className="quiet">
          <Go to={`/cases/${seen.caseId}/people`}>{seen.title}</Go>
        </div>
      </Table.Td>
      <Table.Td>{need === undefined ? <span className="quiet">No need is named any more</span> : need.task}</Table.Td>
      <Table.Td>{deadline !== undefined && <When at={deadline} zone={seen.zone} />}</Table.Td>
      <Table.Td>
        <Select
          aria-label={`Decision on ${who}, ${placeText(lease.resource)}`}
          placeholder="Decide"
          clearable
          w={140}
          data={[
            { value: 'confirm', label: 'Confirm' },
            { value: 'remove', label: 'Remove' },
          ]}
          value={value}
          onChange={(next) => onChange(isDecision(next) ? next : null)}
        />
        <ActButton
          type="Recertify"
          label="Reduce"
          variant="subtle"
          fixed={{ person: lease.person, resource: lease.resource, decision: 'reduce' }}
          known={knownOf(seen)}
        />
        {fault !== undefined && <State is="refused" word={fault} />}
      </Table.Td>
    </Table.Tr>
  );
}
