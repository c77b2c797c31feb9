import { Alert, Button, Group, VisuallyHidden } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { CheckedCase } from '../../../contract/caseFile.js';
import type { JsonObject } from '../../form/field.js';
import { counted } from '../../kit/words.js';
import { checkFile } from './check.js';

/** Bytes of the largest case file that is read. */
const MOST_BYTES = 512 * 1024;
/** Faults of a file that are told at once. */
const TOLD = 8;

type Read = { name: string; faults: CheckedCase['faults']; error?: string; before?: JsonObject };
type Props = { value: JsonObject; fill(value: JsonObject): void };

/** A case file in YAML or JSON, dropped or chosen, that fills everything in. */
export function FromFile({ value, fill }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [read, setRead] = useState<Read>();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const { name } = file;
    if (file.size > MOST_BYTES) return setRead({ name, faults: [], error: `${name} is too large for a case file.` });
    try {
      const checked = await checkFile(await file.text());
      setRead({ name, faults: checked.faults, ...(checked.file !== undefined && { before: value }) });
      if (checked.file !== undefined) fill(checked.file);
    } catch (error) {
      setRead({ name, faults: [], error: error instanceof Error ? error.message : `${name} could not be read.` });
    }
  };
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first. */}
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
            type="file"
            tabIndex={-1}
            aria-label="Case file"
            accept=".yaml,.yml,.json"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </VisuallyHidden>
        <Group justify="space-between" gap="sm">
          <Group gap="xs">
            <IconFileImport size={16} aria-hidden />
            <span>Have a case file? Drop it here: it fills everything in.</span>
          </Group>
          <Button variant="default" size="xs" onClick={() => input.current?.click()}>
            Choose a file
          </Button>
        </Group>
      </div>
      {read !== undefined && (
        <Outcome
          read={read}
          undo={() => {
            fill(read.before ?? {});
            setRead(undefined);
          }}
        />
      )}
    </div>
  );
}

function Outcome({ read: { name, faults, error, before }, undo }: { read: Read; undo(): void }) {
  const filled = before !== undefined;
  const good = filled && faults.length === 0;
  const title = filled ? `Filled in from ${name}` : `${name} could not be read`;
  return (
    <Alert mt="sm" variant="outline" color={good ? 'green' : 'orange'} role="status" title={title}>
      {error}
      {faults.length > 0 && (
        <>
          {counted(faults.length, 'thing')} to correct:
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {faults.slice(0, TOLD).map(({ line, path, message }) => (
              <li key={`${line} ${path} ${message}`}>
                {line !== undefined && `Line ${line}: `}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {filled && (
        <Button variant="subtle" size="xs" onClick={undo} ml={-8}>
          Undo
        </Button>
      )}
    </Alert>
  );
}
