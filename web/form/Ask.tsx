import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Radio,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { isCountry } from '../../domain/countries.js';
import { plain } from '../kit/words.js';
import { FileDrop } from './FileDrop.js';
import type { Faults, Json, JsonObject, Known, Option, Question, Questions } from './field.js';

type AskProps = {
  question: Question;
  path: string;
  value: Json | undefined;
  faults: Faults;
  known: Known;
  onChange(value: Json | undefined): void;
};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

const regions = new Intl.DisplayNames(undefined, { type: 'region' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  .filter(isCountry)
  .map((code) => ({ value: code, label: regions.of(code) ?? code }))
  .sort((a, b) => a.label.localeCompare(b.label));
const zones = Intl.supportedValuesOf('timeZone');

/** One question with its place in the form; what is wrong stands at its field. */
export function Ask(props: AskProps) {
  return (
    <div data-path={props.path} data-kind={props.question.kind}>
      <FieldOf {...props} />
    </div>
  );
}

function FieldOf({ question, path, value, faults, known, onChange }: AskProps) {
  const common = {
    label: question.ask,
    description: question.help,
    required: question.optional !== true,
    error: faults[path],
  };
  const text = {
    ...common,
    value: textOf(value),
    onChange: (e: { currentTarget: { value: string } }) => onChange(e.currentTarget.value || undefined),
  };
  switch (question.kind) {
    case 'text':
      return (question.maxLength ?? 2000) <= 200 ? (
        <TextInput {...text} maxLength={question.maxLength} />
      ) : (
        <Textarea {...text} autosize minRows={2} maxRows={12} maxLength={question.maxLength ?? 2000} />
      );
    case 'email':
      return <TextInput {...text} type="email" autoComplete="off" />;
    case 'url':
      return <TextInput {...text} type="url" placeholder="https://" />;
    case 'day':
      return <TextInput {...text} type="date" />;
    case 'instant':
      return (
        <TextInput
          {...common}
          type="datetime-local"
          value={localOf(textOf(value))}
          onChange={(e) => onChange(instantOf(e.currentTarget.value))}
        />
      );
    case 'yaml':
      return <Textarea {...text} autosize minRows={6} maxRows={24} ff="monospace" spellCheck={false} />;
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          min={question.min}
          max={question.max}
          allowDecimal={question.integer !== true}
          clampBehavior="none"
          styles={{ wrapper: { maxWidth: 220 } }}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'yes-no':
      return (
        <Radio.Group
          {...common}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(next) => onChange(next === 'true')}
        >
          <Group mt={4}>
            <Radio value="true" label="Yes" />
            <Radio value="false" label="No" />
          </Group>
        </Radio.Group>
      );
    case 'choice':
      return <Choice {...common} of={question.of} value={textOf(value)} onChange={onChange} />;
    case 'choices':
      return (
        <Checkbox.Group {...common} value={listOf(value).map(String)} onChange={(next) => onChange([...next])}>
          <Group mt={4} gap="md">
            {question.of.map((one) => (
              <Checkbox key={one.value} value={one.value} label={one.text} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case 'country':
      return <Picked {...common} data={countries} value={textOf(value)} onChange={onChange} />;
    case 'zone':
      return <Picked {...common} data={zones} value={textOf(value)} onChange={onChange} />;
    case 'person':
      return (
        <Picked
          {...common}
          data={known.people.map(({ id, name, under }) => ({ value: id, label: under ? `${name}, ${under}` : name }))}
          value={textOf(value)}
          onChange={onChange}
        />
      );
    case 'paper':
      return (
        <Picked
          {...common}
          data={known.papers.map(({ id, title, state }) => ({ value: id, label: `${title} (${plain(state)})` }))}
          value={textOf(value)}
          onChange={onChange}
        />
      );
    case 'texts':
      return (
        <TagsInput
          {...common}
          value={listOf(value).map(String)}
          onChange={onChange}
          placeholder="Type and press Enter"
        />
      );
    case 'hash':
      return (
        <FileDrop
          label={question.ask}
          required={question.optional !== true}
          value={typeof value === 'string' ? value : undefined}
          known={known}
          onFile={({ sha256 }) => onChange(sha256)}
          {...(question.help !== undefined && { help: question.help })}
          {...(faults[path] !== undefined && { fault: faults[path] })}
        />
      );
    case 'record':
      return (
        <Fieldset legend={question.ask}>
          <Asks
            questions={question.of}
            path={path}
            value={objectOf(value)}
            faults={faults}
            known={known}
            onChange={onChange}
          />
        </Fieldset>
      );
    case 'list':
      return (
        <Entries
          question={question}
          path={path}
          value={listOf(value)}
          faults={faults}
          known={known}
          onChange={onChange}
        />
      );
    default: {
      const never: never = question;
      return never;
    }
  }
}

type ChoiceProps = {
  label: string;
  description: string | undefined;
  required: boolean;
  error: string | undefined;
  of: readonly Option[];
  value: string;
  onChange(value: Json | undefined): void;
};

/** Up to five as buttons, so that nothing has to be opened to be read; more as a list to search in. */
function Choice({ of, value, onChange, ...common }: ChoiceProps) {
  const data = of.map(({ value: id, text }) => ({ value: id, label: text }));
  if (of.length > 5) return <Picked {...common} data={data} value={value} onChange={onChange} />;
  return (
    <Radio.Group {...common} value={value} onChange={(next) => onChange(next)}>
      <Group mt={4} gap="md">
        {data.map((one) => (
          <Radio key={one.value} {...one} />
        ))}
      </Group>
    </Radio.Group>
  );
}

type PickedProps = Omit<ChoiceProps, 'of'> & { data: (string | { value: string; label: string })[] };

function Picked({ value, onChange, required, ...rest }: PickedProps) {
  return (
    <Select
      {...rest}
      required={required}
      searchable
      clearable={!required}
      allowDeselect={false}
      limit={100}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? undefined)}
      selectFirstOptionOnChange
      nothingFoundMessage="Nothing found"
    />
  );
}

type EntriesProps = Omit<AskProps, 'question' | 'value'> & {
  question: Extract<Question, { kind: 'list' }>;
  value: Json[];
};

function Entries({ question, path, value, faults, known, onChange }: EntriesProps) {
  const rows = value.length === 0 && question.optional !== true ? [{}] : value;
  const set = (index: number, next: Json) => onChange(rows.map((one, i) => (i === index ? next : one)));
  return (
    <Fieldset legend={question.ask}>
      <Stack gap="md">
        {rows.map((one, index) => {
          const at = `${path}[${index}]`;
          return (
            <Group key={at} align="flex-start" wrap="nowrap" gap="sm">
              <div style={{ flex: 1 }}>
                <Asks
                  questions={question.of}
                  path={at}
                  value={objectOf(one)}
                  faults={faults}
                  known={known}
                  onChange={(next) => set(index, next)}
                />
              </div>
              <Button
                variant="subtle"
                color="gray"
                px={6}
                aria-label={`Remove entry ${index + 1} of ${question.ask}`}
                onClick={() => onChange(rows.filter((_, i) => i !== index))}
              >
                <IconTrash size={16} aria-hidden />
              </Button>
            </Group>
          );
        })}
        {faults[path] !== undefined && <span style={{ color: 'var(--refused)' }}>{faults[path]}</span>}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...rows, {}])}
          >
            Add another
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

type AsksProps = {
  questions: Questions;
  path?: string;
  value: JsonObject;
  faults: Faults;
  known: Known;
  onChange(value: JsonObject): void;
};

/** The questions of a form, one below the other. */
export function Asks({ questions, path = '', value, faults, known, onChange }: AsksProps) {
  return (
    <Stack gap="md">
      {Object.entries(questions).map(([field, question]) => (
        <Ask
          key={field}
          question={question}
          path={path === '' ? field : `${path}.${field}`}
          value={value[field]}
          faults={faults}
          known={known}
          onChange={(next) => {
            const { [field]: _before, ...others } = value;
            onChange(next === undefined ? others : { ...others, [field]: next });
          }}
        />
      ))}
    </Stack>
  );
}

/** An instant as the reader's own clock shows it, for a field of date and time. */
function localOf(at: string): string {
  if (at === '') return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const instantOf = (local: string): string | undefined => (local === '' ? undefined : new Date(local).toISOString());
