import { Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Json, Question } from './field.js';

/** A list of groups of questions. */
type EntriesProps = {
  question: Extract<Question, { kind: 'list' }>;
  path: string;
  value: Json[] | undefined;
  fault: string | undefined;
  /** The heading above it says the same. */
  isNamed?: boolean;
  /** What an entry begins with; default nothing. */
  start?: Json;
  onChange(value: Json[] | undefined): void;
  /** The questions of one entry, at its path. */
  entry(value: Json, path: string, onChange: (next: Json) => void): ReactNode;
};

/** Entries one below the other; one is there already where there has to be one. */
export function Entries({ question, path, value, fault, isNamed = false, start = {}, onChange, entry }: EntriesProps) {
  const { ask, optional, none = false } = question;
  const saysNone = none && value?.length === 0;
  const rows = (value ?? []).length === 0 && optional !== true && !none ? [start] : (value ?? []);
  const left = (index: number) => rows.filter((_, i) => i !== index);
  return (
    <fieldset className="span plain entries" data-path={path}>
      <legend className={isNamed ? 'unseen' : undefined}>
        {ask}
        {none && (
          <span aria-hidden className="must">
            {' '}
            *
          </span>
        )}
      </legend>
      {rows.map((one, index) => {
        const at = `${path}[${index}]`;
        return (
          <div key={at} className="entry">
            {entry(one, at, (next) => onChange(rows.map((other, i) => (i === index ? next : other))))}
            <Button
              variant="subtle"
              color="gray"
              px={6}
              aria-label={`Remove entry ${index + 1} of ${ask}`}
              onClick={() => onChange(none && rows.length === 1 ? undefined : left(index))}
            >
              <IconTrash size={16} aria-hidden />
            </Button>
          </div>
        );
      })}
      {none && rows.length === 0 && (
        <Checkbox
          mt={4}
          mb="sm"
          label="There are none"
          checked={saysNone}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? [] : undefined)}
        />
      )}
      {fault !== undefined && <div className="fault">{fault}</div>}
      <Button
        variant="subtle"
        size="xs"
        aria-label={`Add to ${ask}`}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...rows, start])}
      >
        {rows.length === 0 ? 'Add one' : 'Add another'}
      </Button>
    </fieldset>
  );
}
