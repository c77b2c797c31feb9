import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseView } from '../../../contract/caseView.js';
import { STOP_SCOPES, STOPPERS, type StopScope } from '../../../domain/access/stop.js';
import { placeText } from '../../../presentation/words/places.js';
import { useSession } from '../../api/session.js';
import { useStopAct } from '../../api/stops.js';
import { Fault } from '../../kit/Page.js';
import { nameOf } from '../../kit/words.js';

const LABELS: Record<StopScope, string> = {
  person: 'A person',
  vendor: 'A vendor',
  resource: 'A place, for everybody',
};
const isScope = (text: unknown): text is StopScope => STOP_SCOPES.some((scope) => scope === text);

/** Who and what can be stopped, by what is sent and by what it is called. */
function subjectsOf(cases: CaseView[], scope: StopScope): { value: string; label: string }[] {
  const all = new Map<string, string>();
  for (const seen of cases) {
    if (scope === 'vendor') all.set(seen.vendor.name, seen.vendor.name);
    for (const { person, needs } of seen.people) {
      if (scope === 'person') all.set(person, nameOf(seen.names, person));
      if (scope === 'resource') for (const { resource } of needs) all.set(resource, placeText(resource));
    }
  }
  return [...all].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}

/** The stop switch: whom or what, why, and the name typed once more, since it closes in all cases at once. */
export function StopForm({ cases }: { cases: CaseView[] }) {
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const { roles } = useSession();
  const [scope, setScope] = useState<StopScope>(isScope(asked.scope) ? asked.scope : 'person');
  const [subject, setSubject] = useState<string | null>(typeof asked.subject === 'string' ? asked.subject : null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const stop = useStopAct('/api/stops');
  const role = STOPPERS[scope].find((one) => roles.includes(one));
  if (!STOP_SCOPES.some((one) => STOPPERS[one].some((may) => roles.includes(may)))) return null;
  const subjects = subjectsOf(cases, scope);
  const name = subjects.find(({ value }) => value === subject)?.label;
  const isReady = role !== undefined && name !== undefined && reason.trim() !== '' && typed.trim() === name;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || subject === null) return;
        stop.mutate({ scope, subject, reason, role }, { onSuccess: ({ complete }) => complete && setTyped('') });
      }}
    >
      <Stack gap="sm" maw={640}>
        <Group gap="sm" align="flex-end">
          <Select
            label="What"
            data={STOP_SCOPES.map((value) => ({ value, label: LABELS[value] }))}
            value={scope}
            allowDeselect={false}
            onChange={(next) => {
              if (isScope(next)) setScope(next);
              setSubject(null);
              setTyped('');
            }}
          />
          <Select label="Who or where" searchable miw={280} data={subjects} value={subject} onChange={setSubject} />
        </Group>
        <Textarea
          label="Why"
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {name !== undefined && (
          <TextInput
            label={`Type "${name}" to confirm`}
            description="Everything is closed at once in all cases, and stays closed until somebody else lifts the stop."
            autoComplete="off"
            value={typed}
            onChange={(e) => setTyped(e.currentTarget.value)}
          />
        )}
        {role === undefined && <div className="quiet">None of your roles may stop this.</div>}
        {stop.error !== null && <Fault error={stop.error} />}
        <Group>
          <Button type="submit" color="red" disabled={!isReady} loading={stop.isPending}>
            Stop at once
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
