import { Checkbox, Group, Radio, Select } from '@mantine/core';
import type { Json, Option } from './field.js';

/** More than there are countries; who looks among more than that types. */
const MOST_SHOWN = 300;
/** So many stand as buttons, and nothing has to be opened to be read. */
const BUTTONS_MAX = 5;
const NONE = ' none';

type Asked = {
  label: string;
  description: string | undefined;
  required: boolean;
  error: string | undefined;
  onChange(value: Json | undefined): void;
};

/** One of a few, or one of a list to search in. */
export function OneOf({ of, value, onChange, ...common }: Asked & { of: readonly Option[]; value: string }) {
  const data = of.map(({ value: id, text }) => ({ value: id, label: text }));
  if (of.length > BUTTONS_MAX) return <Picked {...common} data={data} value={value} onChange={onChange} />;
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

type PickedProps = Asked & { data: (string | { value: string; label: string })[]; value: string };

/** One of a list that can be searched. */
export function Picked({ value, onChange, required, ...rest }: PickedProps) {
  return (
    <Select
      {...rest}
      required={required}
      searchable
      clearable={!required}
      limit={MOST_SHOWN}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? undefined)}
      selectFirstOptionOnChange
      nothingFoundMessage="Nothing found"
    />
  );
}

type SeveralProps = Asked & { of: readonly Option[]; value: Json[] | undefined; none: boolean };

/** Several of a list; `none`: that none applies is an answer too. */
export function Several({ of, value, none, onChange, ...common }: SeveralProps) {
  const saysNone = none && value?.length === 0;
  const change = (next: string[]) => {
    const left = next.filter((one) => one !== NONE);
    if (next.includes(NONE) && !saysNone) return onChange([]);
    onChange(left.length === 0 && none ? undefined : left);
  };
  return (
    <Checkbox.Group {...common} value={saysNone ? [NONE] : (value ?? []).map(String)} onChange={change}>
      <Group mt={4} gap="md">
        {of.map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.text} />
        ))}
        {none && <Checkbox value={NONE} label="None of these" />}
      </Group>
    </Checkbox.Group>
  );
}
