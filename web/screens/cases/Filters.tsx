import { Button, Checkbox, Group, Popover, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBookmark, IconFilter, IconSearch, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { plain } from '../../kit/words.js';
import { type Filter, MODELS, STAGES, STATUSES } from './filter.js';
import { nameOfView, type SavedView, USUAL } from './savedViews.js';
import { useSavedViews } from './useSavedViews.js';

type Props = { filter: Filter; change(filter: Filter, replace?: boolean): void };

/** Milliseconds after the last key until the list is asked for. */
const TYPING_MS = 250;

/** How an entry of a list in a popover looks. */
const ENTRY = { variant: 'subtle', color: 'gray', justify: 'flex-start', fw: 400 } as const;

/** What of the cases is shown, and how. */
export function Filters({ filter, change }: Props) {
  const [open, setOpen] = useState(false);
  const set = (key: keyof Filter, value: string | null) => {
    const { [key]: _before, ...rest } = filter;
    change(value === null || value === '' ? rest : { ...rest, [key]: value });
  };
  return (
    <Group gap="sm" align="flex-end">
      <Search key={filter.search === undefined ? 'none' : 'some'} filter={filter} change={change} />
      <Button
        variant="default"
        className="narrow"
        aria-expanded={open}
        leftSection={<IconFilter size={14} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        Filter
      </Button>
      <Group gap="sm" align="flex-end" className="filters" data-open={open || undefined}>
        <Chosen label="Status" of={STATUSES} value={filter.status} onChange={(next) => set('status', next)} />
        <Chosen label="Stage" of={STAGES} value={filter.stage} onChange={(next) => set('stage', next)} />
        <Chosen label="Model" of={MODELS} value={filter.model} onChange={(next) => set('model', next)} />
        <Checkbox
          label="Late only"
          checked={filter.late === 'true'}
          pb={8}
          onChange={(event) => set('late', event.currentTarget.checked ? 'true' : null)}
        />
      </Group>
      <Group gap="sm" ml="auto">
        <Views filter={filter} change={change} />
        <SegmentedControl
          aria-label="Layout"
          data={[
            { value: 'table', label: 'Table' },
            { value: 'columns', label: 'Columns' },
          ]}
          value={filter.view ?? 'table'}
          onChange={(next) => set('view', next === 'columns' ? next : null)}
        />
      </Group>
    </Group>
  );
}

function Search({ filter, change }: Props) {
  const [text, setText] = useState(filter.search ?? '');
  const ask = useDebouncedCallback((search: string) => {
    const { search: _before, ...rest } = filter;
    change(search.trim() === '' ? rest : { ...rest, search }, true);
  }, TYPING_MS);
  // Another view brings its own search.
  useEffect(() => {
    if (filter.search !== undefined) setText(filter.search);
  }, [filter.search]);
  return (
    <TextInput
      label="Search"
      placeholder="Title or vendor"
      leftSection={<IconSearch size={14} aria-hidden />}
      maxLength={100}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}

type ChosenProps = {
  label: string;
  of: readonly string[];
  value: string | undefined;
  onChange(next: string | null): void;
};

function Chosen({ label, of, value, onChange }: ChosenProps) {
  return (
    <Select
      label={label}
      placeholder="Any"
      w={150}
      clearable
      data={of.map((one) => ({ value: one, label: plain(one) }))}
      value={value ?? null}
      onChange={onChange}
    />
  );
}

/** The views that one goes to by a name, with a place to keep what is shown now. */
function Views({ filter, change }: Props) {
  const { views, save, remove } = useSavedViews();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const current = nameOfView([...views, ...USUAL], filter);
  const then = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  const entry = (view: SavedView) => (
    <Button key={view.name} {...ENTRY} onClick={then(() => change(view.filter))}>
      {view.name}
    </Button>
  );
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={240}
      position="bottom-end"
      trapFocus
      transitionProps={{ duration: 120 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          {current ?? 'Views'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <Stack gap={0}>
          {USUAL.map(entry)}
          {views.length > 0 && <span className="quiet saved">Saved</span>}
          {views.map(entry)}
          {current !== undefined && views.some((view) => view.name === current) && (
            <Button {...ENTRY} leftSection={<IconTrash size={14} aria-hidden />} onClick={then(() => remove(current))}>
              Remove “{current}”
            </Button>
          )}
        </Stack>
        <form
          className="save-view"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            save({ name: name.trim(), filter });
            setName('');
          }}
        >
          <TextInput
            aria-label="Name of this view"
            placeholder="Save this view as"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            Save
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
