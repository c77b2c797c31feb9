import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { hides } from '../../api/problem.js';
import { caseQuery } from '../../api/queries.js';
import { Go, useGo } from '../../kit/Go.js';
import { Loading, Page, PageFault } from '../../kit/Page.js';

const PAGES = [
  { value: 'report', label: 'Report' },
  { value: 'certificate', label: 'Certificate' },
  { value: 'board', label: 'For the board' },
  { value: 'cost', label: 'Cost' },
  { value: 'models', label: 'Models' },
] as const;
type PageName = (typeof PAGES)[number]['value'];

const isPage = (name: string | undefined): name is PageName => PAGES.some(({ value }) => value === name);

/** Report, certificate and the pages for deciders, as they are handed out: each is one file that fetches nothing. */
export function Report() {
  const { caseId = '' } = useParams({ strict: false });
  const { page }: { page?: string } = useSearch({ strict: false });
  const go = useGo();
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  const name = isPage(page) ? page : 'report';
  const label = PAGES.find(({ value }) => value === name)?.label ?? 'Report';
  const at = `/api/cases/${caseId}/${name}`;
  return (
    <Page
      title={`${label}: ${data.title}`}
      under={<Go to={`/cases/${caseId}`}>{data.vendor.name}</Go>}
      actions={
        <Group gap="sm">
          <Button
            component="a"
            href={`${at}.html`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            Open alone, to print
          </Button>
          <Button
            component="a"
            href={`${at}.html`}
            download={`${name}-${caseId}.html`}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Save
          </Button>
          <Button
            component="a"
            href={at}
            download={`${name}-${caseId}.json`}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Save the data
          </Button>
        </Group>
      }
    >
      <Stack gap="md">
        <SegmentedControl
          aria-label="Page"
          data={[...PAGES]}
          value={name}
          onChange={(next) => go(`/cases/${caseId}/report?page=${next}`, true)}
        />
        {/* It runs no script and reaches nothing: its own policy says so, and the frame as well. */}
        <iframe key={at} className="handed-out" src={`${at}.html`} title={label} sandbox="" />
      </Stack>
    </Page>
  );
}
