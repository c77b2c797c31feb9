import { Fieldset, Group, NumberInput, Radio, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { plain } from '../kit/words.js';
import { OneOf, Picked, Several } from './Choices.js';
import { Entries } from './Entries.js';
import { FileDrop } from './FileDrop.js';
import type { Faults, Json, JsonObject, Known, Question, Questions } from './field.js';
import { countries, zones } from './places.js';
import { instantOf, listOf, localOf, objectOf, textOf } from './values.js';

type AskProps = {
  question: Question;
  path: string;
  value: Json | undefined;
  faults: Faults;
  known: Known;
  onChange(value: Json | undefined): void;
};

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
      return <OneOf {...common} of={question.of} value={textOf(value)} onChange={onChange} />;
    case 'choices':
      return (
        <Several
          {...common}
          of={question.of}
          none={question.none === true}
          value={Array.isArray(value) ? value : undefined}
          onChange={onChange}
        />
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
    case 'resource':
    case 'profile': {
      const data = (question.kind === 'resource' ? known.resources : known.profiles) ?? [];
      return data.length === 0 ? (
        <TextInput {...text} maxLength={question.maxLength} />
      ) : (
        <Picked
          {...common}
          data={data.map((one) => ({ value: one.value, label: one.text }))}
          value={textOf(value)}
          onChange={onChange}
        />
      );
    }
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
          value={Array.isArray(value) ? value : undefined}
          fault={faults[path]}
          onChange={onChange}
          entry={(one, at, change) => (
            <Asks
              questions={question.of}
              path={at}
              value={objectOf(one)}
              faults={faults}
              known={known}
              onChange={change}
            />
          )}
        />
      );
    default: {
      const never: never = question;
      return never;
    }
  }
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
