import { Button, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../contract/caseView.js';
import type { VendorRecord } from '../../../contract/vendors.js';
import { get } from '../../api/client.js';
import { hides } from '../../api/problem.js';
import { ActButton } from '../../form/ActForm.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Fault, Loading } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { idFor } from './draftPaper.js';
import { kindName } from './paperWords.js';

/** Takes over documents that are in force in earlier cases with the same vendor, with their signatures. */
export function Reuse({ seen, role }: { seen: CaseView; role: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Reuse from an earlier case
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={`In force with ${seen.vendor.name}`} size="lg">
        {open && <Choices seen={seen} role={role} onDone={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function Choices({ seen, role, onDone }: { seen: CaseView; role: string; onDone(): void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['vendor', seen.vendor.name],
    queryFn: ({ signal }) => get<VendorRecord>(`/api/vendors/${encodeURIComponent(seen.vendor.name)}`, {}, signal),
  });
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={3} />;
  const here = seen.papers.map(({ textHash }) => textHash);
  const papers = data.papersInForce.filter(
    ({ caseId, client, textHash }) => caseId !== seen.caseId && client === seen.client.name && !here.includes(textHash),
  );
  if (papers.length === 0)
    return <Empty title="Nothing to reuse.">No other case with this vendor has a document in force.</Empty>;
  const caseTitle = (id: string): string => data.cases.find(({ caseId }) => caseId === id)?.title ?? 'an earlier case';
  return papers.map(({ caseId, paper, kind, title, person, until }) => (
    <div key={`${caseId} ${paper}`} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        <b>{title}</b>
        {person !== undefined && `, ${nameOf({ ...data.names, ...seen.names }, person)}`}
        <Text component="div" className="quiet">
          {kindName(kind)} · {caseTitle(caseId)}
          {until !== undefined && (
            <>
              {' · until '}
              <When at={until} />
            </>
          )}
        </Text>
      </div>
      <ActButton
        type="ReusePaper"
        label="Reuse"
        fixed={{
          from: caseId,
          paper,
          as: idFor(
            paper,
            seen.papers.map(({ id }) => id),
          ),
        }}
        known={knownOf(seen, role)}
        onDone={onDone}
      />
    </div>
  ));
}
