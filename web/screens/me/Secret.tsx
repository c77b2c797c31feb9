import { Alert, Button, Code, CopyButton, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** A secret that is shown this once, to be copied. */
export function Secret({
  title,
  secret,
  children,
  onDone,
}: {
  title: string;
  secret: string;
  children: ReactNode;
  onDone(): void;
}) {
  return (
    <Alert variant="outline" title={title} role="status" mb="md">
      <Stack gap="sm" align="flex-start">
        <span>{children}</span>
        <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
        <Group gap="sm">
          <CopyButton value={secret}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}
          </CopyButton>
          <Button variant="default" onClick={onDone}>
            Done
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
