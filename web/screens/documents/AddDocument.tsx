import { Alert, Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../../../contract/caseView.js';
import { faultsOf } from '../../api/act.js';
import { FileDrop } from '../../form/FileDrop.js';
import { useGo } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { draftFaults, draftWarnings, idFor, type PaperDraft, titleOfFile, usualSigners } from './draftPaper.js';
import { KIND_CHOICES, type Paper, partiesOf } from './paperWords.js';
import { Summary } from './Summary.js';
import { useRegister } from './useRegister.js';

type Props = { seen: CaseView; role: string; old?: Paper };

/** Adds a document, or a new version of one, behind a button. */
export function AddDocument(props: Props) {
  const [open, setOpen] = useState(false);
  const label = props.old === undefined ? 'Add a document' : 'New version';
  return (
    <>
      <Button
        variant={props.old === undefined ? 'filled' : 'default'}
        leftSection={<IconFilePlus size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={props.old === undefined ? label : `New version of ${props.old.title}`}
        size="lg"
      >
        {open && <Form {...props} onDone={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function firstOf({ seen, old }: Props): PaperDraft {
  const from = seen.asOf.slice(0, 10);
  if (old === undefined) return { kind: '', title: '', textHash: '', signers: [], from };
  const { kind, title, person, signers, id } = old;
  return { kind, title, textHash: '', signers, from, supersedes: id, ...(person !== undefined && { person }) };
}

function Form({ onDone, ...props }: Props & { onDone(): void }) {
  const { seen, role, old } = props;
  const [draft, setDraft] = useState(() => firstOf(props));
  const [tried, setTried] = useState(false);
  const go = useGo();
  const { register, error, registered, isPending } = useRegister(seen.caseId, role);
  const known = knownOf(seen, role);
  const faults = { ...(tried && draftFaults(draft)), ...faultsOf(error) };
  // What is typed while a file is on its way stays.
  const set = (next: Partial<PaperDraft>) => setDraft((now) => ({ ...now, ...next }));
  const { client, vendor } = partiesOf(seen);
  const submit = async (thenSend: boolean) => {
    setTried(true);
    if (Object.keys(draftFaults(draft)).length > 0) return;
    const id =
      registered ??
      idFor(
        draft.title,
        seen.papers.map((paper) => paper.id),
      );
    if ((await register(id, draft, thenSend)) === undefined) return;
    onDone();
    go(`/cases/${seen.caseId}/documents/${id}`);
  };
  return (
    <Stack gap="md">
      <FileDrop
        label="File"
        required
        help="PDF or text, 10 MB at most. Its exact bytes are what people sign."
        value={draft.textHash === '' ? undefined : draft.textHash}
        known={known}
        onFile={({ sha256, fileName }) =>
          setDraft((now) => ({ ...now, textHash: sha256, title: now.title === '' ? titleOfFile(fileName) : now.title }))
        }
        {...(faults.textHash !== undefined && { fault: faults.textHash })}
      />
      <TextInput
        label="Title"
        required
        maxLength={200}
        value={draft.title}
        error={faults.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      {old === undefined && (
        <Select
          label="Kind"
          required
          data={KIND_CHOICES}
          value={draft.kind === '' ? null : draft.kind}
          error={faults.kind}
          onChange={(kind) => set({ kind: kind ?? '', signers: usualSigners(kind ?? '', draft.person) })}
        />
      )}
      {old === undefined && (
        <Select
          label="About whom"
          description="For an assignment of rights: the person whose rights it assigns."
          required={draft.kind === 'contributor-assignment'}
          clearable
          searchable
          data={seen.people.map(({ person }) => ({ value: person, label: seen.names[person] ?? 'Somebody' }))}
          value={draft.person ?? null}
          error={faults.person}
          onChange={(person) => {
            const { person: _before, ...rest } = draft;
            setDraft({
              ...rest,
              ...(person !== null && { person }),
              signers: usualSigners(draft.kind, person ?? undefined),
            });
          }}
        />
      )}
      <MultiSelect
        label="Who signs"
        description="Nobody for what somebody else has issued, such as a certificate or an audit report."
        searchable
        data={[
          { value: 'client', label: client },
          { value: 'vendor', label: vendor },
          ...known.people.map(({ id, name, under }) => ({ value: id, label: under ? `${name}, ${under}` : name })),
        ]}
        value={draft.signers}
        error={faults.signers}
        onChange={(signers) => set({ signers })}
      />
      <Group grow align="flex-start">
        <TextInput
          label="In force from"
          type="date"
          required
          value={draft.from}
          error={faults.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          label="Last day"
          type="date"
          value={draft.until ?? ''}
          error={faults.until}
          onChange={(event) => {
            const { until: _before, ...rest } = draft;
            setDraft({ ...rest, ...(event.currentTarget.value !== '' && { until: event.currentTarget.value }) });
          }}
        />
      </Group>
      <Summary draft={draft} parties={partiesOf(seen)} warnings={draftWarnings(draft, seen.papers)} />
      {error !== null && (
        <Alert color="red" variant="outline" role="alert">
          {registered !== undefined && 'The document is registered, and it was not sent. '}
          {error.message}
        </Alert>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => void submit(false)} disabled={isPending || registered !== undefined}>
          Keep as a draft
        </Button>
        <Button onClick={() => void submit(true)} loading={isPending}>
          {draft.signers.length === 0 ? 'Register' : 'Register and send'}
        </Button>
      </Group>
    </Stack>
  );
}
