import { Select, Stack } from '@mantine/core';
import { DocumentText } from '../../kit/DocumentText.js';

type Doc = { title: string; sha256: string };

/** The documents of a decision, read in place. */
export function Reader({
  id,
  caseId,
  documents,
  opened,
  onOpen,
}: {
  id: string;
  caseId: string;
  documents: Doc[];
  opened: Doc | undefined;
  onOpen(doc: Doc): void;
}) {
  return (
    <Stack gap="sm" className="reader beside" id={id}>
      <Select
        label="Document"
        data={documents
          .map(({ sha256, title }) => ({ value: sha256, label: title }))
          .filter((one, i, all) => all.findIndex(({ value }) => value === one.value) === i)}
        value={opened?.sha256 ?? null}
        onChange={(sha256) => {
          const doc = documents.find((one) => one.sha256 === sha256);
          if (doc !== undefined) onOpen(doc);
        }}
      />
      {opened !== undefined && <DocumentText caseId={caseId} doc={opened} key={opened.sha256} />}
    </Stack>
  );
}
