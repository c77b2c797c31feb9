import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Problem } from '../api/problem.js';

/** A screen: its one `h1`, what can be done with it, and the title of the window. */
export function Page({
  title,
  under,
  actions,
  children,
}: {
  title: string;
  under?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Drawbridge`;
  }, [title]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="md">
        <div>
          <Title order={1} tabIndex={-1} id="page-title">
            {title}
          </Title>
          {under !== undefined && <div className="quiet">{under}</div>}
        </div>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

/** A part of a screen under its heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2}>{title}</Title>
        {aside}
      </Group>
      {children}
    </section>
  );
}

/** What is shown where there is nothing: what that means, and what comes. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack gap="xs" py="xl" align="center" ta="center">
      <Text fw={600}>{title}</Text>
      {children !== undefined && <div className="quiet">{children}</div>}
    </Stack>
  );
}

/** Milliseconds after which it is said that an answer takes long. */
const LONG_MS = 4_000;

const useAfter = (ms: number): boolean => {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
};

/** Bars where content will be, after 200 ms: before that, nothing flickers. What takes long is said in words. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const shown = useAfter(200);
  const long = useAfter(LONG_MS);
  if (!shown) return null;
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {long && <span className="quiet">No answer yet. It appears here as soon as it comes.</span>}
      {Array.from({ length: rows }, (_, i) => `row ${i}`).map((key) => (
        <Skeleton key={key} height={20} />
      ))}
    </Stack>
  );
}

const titleOf = (error: Error): string => (error instanceof Problem ? error.body.title : 'Something went wrong');

/** A screen that could not be shown. */
export function PageFault({ error, again }: { error: Error; again: () => void }) {
  return (
    <Page title={titleOf(error)}>
      <Fault error={error} again={again} />
    </Page>
  );
}

/** Why something could not be shown or done, with the way to try it again. */
export function Fault({ error, again }: { error: Error; again?: () => void }) {
  return (
    <Alert color="red" variant="outline" icon={<IconAlertCircle />} title={titleOf(error)} role="alert">
      <Stack gap="sm" align="flex-start">
        <span>{error.message}</span>
        {again !== undefined && (
          <Button variant="default" onClick={again}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
