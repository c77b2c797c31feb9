import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RetentionPage } from '../../../contract/custody.js';
import { usePressKey } from '../../api/act.js';
import { get, send } from '../../api/client.js';
import { hides } from '../../api/problem.js';
import { Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { dayText } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';

/** Closed cases and cases under a hold. */
export const retentionQuery = {
  queryKey: ['retention'],
  queryFn: () => get<RetentionPage>('/api/retention?limit=200'),
};

/** Legal holds of a case: while there is one, nobody's data in it is erased. */
export function CaseHolds({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useQuery(retentionQuery);
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={2} />;
  const row = data.rows.find((one) => one.caseId === caseId);
  const holds = row?.holds ?? [];
  return (
    <Section title="Legal hold" aside={<HoldForm caseId={caseId} label="Place a hold" path="holds" />}>
      {row?.keptUntil !== undefined && (
        <p>Kept until {dayText(row.keptUntil.slice(0, 10))} by the years of its policy.</p>
      )}
      {holds.length === 0 && (
        <div className="quiet">No hold. While there is one, nobody’s data in the case is erased.</div>
      )}
      {holds.map((hold) => (
        <div key={hold.hold} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <div>
            <State is="waiting" word="Held" /> {hold.reason}
            <div className="quiet">
              {nameOf(data.names, hold.placedBy)}, <When at={hold.placedAt} />
            </div>
          </div>
          <HoldForm caseId={caseId} label="Release" path="holds/release" hold={hold.hold} />
        </div>
      ))}
    </Section>
  );
}

function HoldForm({ caseId, label, path, hold }: { caseId: string; label: string; path: string; hold?: string }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { key, refused } = usePressKey();
  const act = useMutation({
    mutationFn: () =>
      send(`/api/cases/${caseId}/${path}`, { reason, ...(hold && { hold }) }, { key, role: 'compliance' }),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries();
    },
    onError: refused,
  });
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={label}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate();
          }}
        >
          <Stack gap="md">
            <Textarea
              label="Reason"
              description="It stands in the log of holds and erasures, which outlives the case."
              required
              autosize
              minRows={3}
              value={reason}
              error={act.error?.message}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={act.isPending} disabled={reason.trim() === ''}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
