import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { caseQuery, isWhole } from '../../api/queries.js';
import { FirstDays, Milestones } from './Agreements.js';
import { Disputes } from './Disputes.js';
import { Measured } from './Kpis.js';
import { Meetings } from './Meetings.js';
import { Replacements } from './Replacements.js';

/** How the work runs: what is measured, met about, agreed, disputed and billed. */
export function Running() {
  const { caseId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(caseQuery(caseId));
  if (!isWhole(data)) return null;
  return (
    <Stack gap="xl">
      <Disputes seen={data} />
      <Measured seen={data} />
      <Meetings seen={data} />
      <Milestones seen={data} />
      <FirstDays seen={data} />
      <Replacements seen={data} />
    </Stack>
  );
}
