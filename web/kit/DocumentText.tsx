import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { documentQuery } from '../api/documents.js';
import { hides } from '../api/problem.js';
import { Fault, Loading } from './Page.js';

type Shown = {
  /** Called once the text is before the reader's eyes, or saved by them where it cannot be shown. */
  onShown?: (() => void) | undefined;
};

/** A document of a case, read in place once its bytes are those of its hash. */
export function DocumentText({
  caseId,
  doc,
  onShown,
}: Shown & { caseId: string; doc: { title: string; sha256: string } }) {
  const { data, error, refetch } = useQuery(documentQuery(caseId, doc.sha256));
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={10} />;
  return <Bytes bytes={data.bytes} fileName={data.fileName} title={doc.title} onShown={onShown} />;
}

const Pdf = lazy(() => import('./Pdf.js'));

const isText = (type: string): boolean => /^text\/|json|yaml|xml/.test(type);

type BytesProps = Shown & { bytes: Blob; fileName: string; title: string };

/** A PDF page by page, a text as a text, anything else to take away. */
function Bytes({ bytes, fileName, title, onShown }: BytesProps) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  if (address === undefined) return null;
  return (
    <>
      {bytes.type === 'application/pdf' && (
        <Suspense fallback={<Loading rows={10} />}>
          <Pdf bytes={bytes} title={title} onShown={onShown} />
        </Suspense>
      )}
      {isText(bytes.type) && <Plain bytes={bytes} onShown={onShown} />}
      <Text>
        <a href={address} download={fileName} onClick={onShown}>
          Save {fileName}
        </a>
      </Text>
    </>
  );
}

function Plain({ bytes, onShown }: Shown & { bytes: Blob }) {
  const [text, setText] = useState<string>();
  useEffect(() => void bytes.text().then(setText), [bytes]);
  useEffect(() => {
    if (text !== undefined) onShown?.();
  }, [text, onShown]);
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by the keyboard.
  return <pre tabIndex={0}>{text}</pre>;
}
