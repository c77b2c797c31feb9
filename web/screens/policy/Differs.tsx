import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty, Fault, Loading, Section } from '../../kit/Page.js';
import { counted } from '../../kit/words.js';
import { Changes } from './Changes.js';
import { Choose } from './Choose.js';
import { differenceOf } from './difference.js';
import { OWN, policyQuery, type Source } from './queries.js';

/** In what two policies differ, in words. */
export function Differs() {
  const [before, setBefore] = useState<Source>(OWN);
  const [after, setAfter] = useState<Source>(OWN);
  const [a, b] = [useQuery(policyQuery(before)), useQuery(policyQuery(after))];
  const error = a.error ?? b.error;
  const difference = a.data && b.data ? differenceOf(a.data, b.data) : undefined;
  const parts = [...new Set(difference?.map(({ part }) => part))];
  return (
    <Stack gap="lg">
      <Group gap="xl">
        <Choose label="Before" value={before} onChange={setBefore} />
        <Choose label="After" value={after} onChange={setAfter} />
      </Group>
      {error !== null && <Fault error={error} />}
      {difference === undefined && error === null && <Loading />}
      {difference?.length === 0 && (
        <Empty title={before.name === after.name ? 'Open the other policy’s file.' : 'They say the same.'}>
          {before.name === after.name && 'A file that you open here is read, and kept nowhere.'}
        </Empty>
      )}
      {difference !== undefined && difference.length > 0 && (
        <div>{counted(difference.length, 'thing differs', 'things differ')}.</div>
      )}
      {parts.map((part) => (
        <Section key={part} title={part}>
          <Changes changes={difference?.filter((one) => one.part === part) ?? []} />
        </Section>
      ))}
    </Stack>
  );
}
