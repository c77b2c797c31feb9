import { Button, Group } from '@mantine/core';
import { useState } from 'react';

type Props = { ask: string; sure: string; onSure(): void; busy: boolean };

/** A button whose act cannot be taken back: it asks once more, in its own place. */
export function ConfirmButton({ ask, sure, onSure, busy }: Props) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button variant="default" loading={busy} onClick={() => setAsked(true)}>
        {ask}
      </Button>
    );
  return (
    <Group gap="sm" wrap="nowrap">
      <Button variant="subtle" color="gray" onClick={() => setAsked(false)}>
        Keep
      </Button>
      <Button
        color="red"
        autoFocus
        loading={busy}
        onClick={() => {
          setAsked(false);
          onSure();
        }}
      >
        {sure}
      </Button>
    </Group>
  );
}
