import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getBytes } from '../../api/client.js';
import { Fault, Loading } from '../../kit/Page.js';

type Doc = { paper: string; title: string; sha256: string; mediaType?: string };

/** The documents of a decision, read in place. */
export function Reader({
  caseId,
  documents,
  opened,
  onOpen,
}: {
  caseId: string;
  documents: Doc[];
  opened: Doc | undefined;
  onOpen(doc: Doc): void;
}) {
  return (
    <Stack gap="sm" className="reader">
      <Select
        label="Document"
        allowDeselect={false}
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

/** A document by its bytes: a PDF in the browser's own reader, a text as a text, anything else to take away. */
export function DocumentText({ caseId, doc }: { caseId: string; doc: Doc }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['document', caseId, doc.sha256],
    queryFn: () => getBytes(`/api/cases/${caseId}/documents/${doc.sha256}`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error !== null) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={10} />;
  return <Bytes bytes={data} title={doc.title} />;
}

const isText = (type: string): boolean => /^text\/|json|yaml|xml/.test(type);

function Bytes({ bytes, title }: { bytes: Blob; title: string }) {
  const [text, setText] = useState<string>();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    if (isText(bytes.type)) void bytes.text().then(setText);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  if (address === undefined) return null;
  return (
    <>
      {bytes.type === 'application/pdf' && <iframe src={address} title={title} />}
      {isText(bytes.type) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by the keyboard.
        <pre tabIndex={0}>{text}</pre>
      )}
      <Text>
        <a href={address} download={title}>
          Save {title}
        </a>
      </Text>
    </>
  );
}
