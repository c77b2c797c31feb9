import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePressKey } from '../../api/act.js';
import { send } from '../../api/client.js';
import { Choose } from './Choose.js';
import { OWN, type Source } from './queries.js';

/** Puts a policy on the list, so that cases may be opened under it. */
export function AllowPolicy() {
  const [source, setSource] = useState<Source>(OWN);
  return (
    <ListAct
      label="Allow a policy"
      path="/api/policies"
      body={source.text === undefined ? undefined : { policy: source.text }}
      variant="filled"
    >
      <Choose label="Policy" value={source} onChange={setSource} />
    </ListAct>
  );
}

/** Takes a policy off the list; open cases keep it. */
export function DisallowPolicy({ policy }: { policy: { name: string; version: string; hash: string } }) {
  return <ListAct label="Take off the list" path={`/api/policies/${policy.hash}/delist`} body={{}} variant="default" />;
}

type Props = {
  label: string;
  path: string;
  body: Record<string, string> | undefined;
  variant: 'filled' | 'default';
  children?: React.ReactNode;
};

function ListAct({ label, path, body, variant, children }: Props) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { key, renew, refused } = usePressKey();
  const act = useMutation({
    mutationFn: () => send(path, { ...body, reason }, { key, role: 'operator' }),
    onSuccess: async () => {
      renew();
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ['policies'] });
    },
    onError: refused,
  });
  return (
    <>
      <Button variant={variant} mt="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
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
            {children}
            <Textarea
              label="Reason"
              required
              autosize
              minRows={2}
              value={reason}
              error={act.error?.message}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={act.isPending} disabled={reason.trim() === '' || body === undefined}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
