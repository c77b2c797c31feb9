import { Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MadeToken } from '../../../contract/myTokens.js';
import { faultsOf, signInAgain } from '../../api/act.js';
import { send } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { counted } from '../../kit/words.js';

const DAYS = [1, 7, 30, 60, 90, 180, 365];
const USUAL_DAYS = 30;

type Wanted = { name: string; scope: string; days: string };

/** Makes a token of one's own: what for, what it may do, for how long. */
export function MakeToken({ daysMax, onMade }: { daysMax: number; onMade(token: MadeToken): void }) {
  const { side } = useSession();
  const [open, setOpen] = useState(false);
  const days = [...DAYS.filter((n) => n < daysMax), daysMax];
  const first: Wanted = { name: '', scope: 'read', days: String(Math.min(USUAL_DAYS, daysMax)) };
  const [wanted, setWanted] = useState(first);
  const set = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const make = useMutation({
    mutationFn: ({ name, scope, days: n }: Wanted) =>
      send<MadeToken>('/api/my-tokens', { name, scope, expiresInDays: Number(n) }),
    onSuccess: (token) => {
      setOpen(false);
      setWanted(first);
      onMade(token);
    },
    onError: (error) => signInAgain(error, side),
  });
  const faults = faultsOf(make.error);
  const atField = Object.keys(faults).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(wanted);
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Make a token
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Make a token">
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <TextInput
              label="What is it for?"
              placeholder="Nightly report"
              required
              maxLength={80}
              data-autofocus
              error={faults.name ?? (atField ? undefined : make.error?.message)}
              value={wanted.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <Radio.Group label="What may it do?" value={wanted.scope} onChange={(scope) => set({ scope })}>
              <Stack gap="xs" mt="xs">
                <Radio value="read" label="Read" description="What you may read." />
                <Radio value="act" label="Read and act" description="Your acts, but no decision and no signature." />
              </Stack>
            </Radio.Group>
            <Select
              label="For how long?"
              allowDeselect={false}
              data={days.map((n) => ({ value: String(n), label: counted(n, 'day') }))}
              error={faults.expiresInDays}
              value={wanted.days}
              onChange={(value) => set({ days: value ?? first.days })}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={make.isPending} disabled={wanted.name.trim() === ''}>
                Make the token
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
