import { Button, FileButton, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { OWN, type Source } from './queries.js';

type Props = { label: string; value: Source; onChange(source: Source): void };

/** Which policy is meant: the installation’s own, or a file of one’s own. It is read, and kept nowhere. */
export function Choose({ label, value, onChange }: Props) {
  const [files, setFiles] = useState<Source[]>([]);
  const all = [OWN, ...files];
  const take = async (file: File | null) => {
    if (file === null) return;
    const source = { name: file.name, text: await file.text() };
    setFiles((before) => [...before.filter(({ name }) => name !== file.name), source]);
    onChange(source);
  };
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={label}
        data={all.map(({ name }) => name)}
        value={value.name}
        onChange={(name) => {
          const found = all.find((one) => one.name === name);
          if (found !== undefined) onChange(found);
        }}
      />
      <FileButton onChange={(file) => void take(file)} accept=".yaml,.yml">
        {(button) => (
          <Button {...button} variant="default">
            Open a file
          </Button>
        )}
      </FileButton>
    </Group>
  );
}
