import { Button, Group, Input, Text, VisuallyHidden } from '@mantine/core';
import { IconFileCheck, IconUpload } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { type StoredFile, upload } from '../api/client.js';
import type { Known } from './field.js';

const MEGABYTE = 1024 * 1024;

type Props = {
  label: string;
  required: boolean;
  help?: string;
  value: string | undefined;
  fault?: string;
  known: Known;
  onFile(file: StoredFile): void;
};

const sizeText = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.ceil(bytes / 1024).toLocaleString()} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** The file itself is asked for, not its hash. */
const asFile = (ask: string): string => ask.replace(/^SHA-256 of t/, 'T').replace(/^([^.]*)\.$/, '$1');

/** A place for a file; its bytes are kept for the case, and its hash becomes the answer. */
export function FileDrop({ label, required, help, value, fault, known, onFile }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [state, setState] = useState<{ file?: StoredFile; busy?: boolean; error?: string }>({});
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > 10 * MEGABYTE) {
      setState({ error: `${file.name} has ${sizeText(file.size)}. The most is 10 MB.` });
      return;
    }
    setState({ busy: true });
    try {
      const kept = await upload(known.caseId, file, { ...(known.role && { role: known.role }) });
      setState({ file: kept });
      onFile(kept);
    } catch (error) {
      setState({ error: error instanceof Error ? error.message : 'The file could not be uploaded.' });
    }
  };
  const said = state.error ?? fault;
  return (
    <div>
      <Input.Label htmlFor={id} required={required}>
        {asFile(label)}
      </Input.Label>
      {help !== undefined && <div className="quiet">{help}</div>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the first. */}
      <div
        className="drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <VisuallyHidden>
          <input
            ref={input}
            id={id}
            type="file"
            aria-invalid={said !== undefined}
            aria-describedby={said === undefined ? undefined : `${id}-said`}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </VisuallyHidden>
        <Group gap="sm" justify="space-between">
          <Group gap="xs">
            {value === undefined ? <IconUpload size={16} aria-hidden /> : <IconFileCheck size={16} aria-hidden />}
            <span>{state.busy ? 'Uploading …' : (nameOfFile(state.file, value) ?? <NoFile />)}</span>
          </Group>
          <Button variant="default" size="xs" loading={state.busy} onClick={() => input.current?.click()}>
            {value === undefined ? 'Choose a file' : 'Choose another'}
          </Button>
        </Group>
      </div>
      {said !== undefined && (
        <Text id={`${id}-said`} size="sm" c="var(--refused)" role="alert">
          {said}
        </Text>
      )}
    </div>
  );
}

function nameOfFile(file: StoredFile | undefined, value: string | undefined): string | undefined {
  if (file !== undefined) return `${file.fileName}, ${sizeText(file.bytes)}`;
  return value === undefined ? undefined : `Kept file ${value.slice(0, 8)}…`;
}

/** Nothing can be dropped by a finger. */
const NoFile = () => (
  <>
    <span className="by-mouse">Drop the file here</span>
    <span className="by-touch">No file yet</span>
  </>
);
