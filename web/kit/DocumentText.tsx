import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { documentQuery } from '../api/documents.js';
import { Fault, Loading } from './Page.js';

/** A document of a case, read in place once its bytes are those of its hash. */
export function DocumentText({ caseId, doc }: { caseId: string; doc: { title: string; sha256: string } }) {
  const { data, error, refetch } = useQuery(documentQuery(caseId, doc.sha256));
  if (error !== null) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={10} />;
  return <Bytes bytes={data.bytes} fileName={data.fileName} title={doc.title} />;
}

const isText = (type: string): boolean => /^text\/|json|yaml|xml/.test(type);

/** A PDF in the browser's own reader, a text as a text, anything else to take away. */
function Bytes({ bytes, fileName, title }: { bytes: Blob; fileName: string; title: string }) {
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
        <a href={address} download={fileName}>
          Save {fileName}
        </a>
      </Text>
    </>
  );
}
