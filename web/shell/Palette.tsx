import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import type { Searched } from '../../contract/console/search.js';
import { actsQuery } from '../api/act.js';
import { get } from '../api/client.js';
import { useSession } from '../api/session.js';
import { actAddress, actName } from '../kit/acts.js';
import { useGo } from '../kit/Go.js';
import { roleName } from '../kit/words.js';
import { placesOf } from './places.js';

type Entry = { to: string; text: string; under?: string };

const entriesOf = (found: Searched | undefined): Entry[] => [
  ...(found?.cases ?? []).map(({ caseId, title, vendor }) => ({ to: `/cases/${caseId}`, text: title, under: vendor })),
  ...(found?.people ?? []).map(({ caseId, name, caseTitle }) => ({
    to: `/cases/${caseId}/people`,
    text: name,
    under: caseTitle,
  })),
  ...(found?.vendors ?? []).map(({ vendor }) => ({
    to: `/vendors/${encodeURIComponent(vendor)}`,
    text: vendor,
    under: 'Vendor',
  })),
  ...(found?.documents ?? []).map(({ caseId, paper, title, caseTitle }) => ({
    to: `/cases/${caseId}/documents/${encodeURIComponent(paper)}`,
    text: title,
    under: caseTitle,
  })),
];

/** Ctrl-K: one field that finds cases, people, vendors, documents and pages. */
export function Palette({ open, onClose }: { open: boolean; onClose(): void }) {
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      yOffset="12vh"
      centered={false}
      attributes={{ content: { 'aria-label': 'Search' } }}
    >
      {open && <Finder onClose={onClose} />}
    </Modal>
  );
}

/** What can be done in the case that one looks at. */
function useActs(): Entry[] {
  const { pathname } = useLocation();
  const { roles } = useSession();
  const [, caseId] = /^\/cases\/(c-[^/]+)/.exec(pathname) ?? [];
  const { data } = useQuery({ ...actsQuery, enabled: caseId !== undefined });
  if (caseId === undefined || data === undefined) return [];
  const mine = Object.entries(data.acts).filter(([, { by }]) =>
    roles.some((role) => by.toLowerCase().includes(roleName(role).toLowerCase()) || by.includes('client’s people')),
  );
  return mine.map(([type, { summary }]) => ({ to: actAddress(caseId, type), text: actName(type), under: summary }));
}

function Finder({ onClose }: { onClose(): void }) {
  const session = useSession();
  const go = useGo();
  const list = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [wanted] = useDebouncedValue(text.trim(), 120);
  const { data } = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => get<Searched>(`/api/search?q=${encodeURIComponent(wanted)}`, {}, signal),
    enabled: wanted.length >= 2,
    placeholderData: (before) => before,
  });
  const pages = [
    ...placesOf(session).map(({ to, name }) => ({ to, text: name })),
    ...(session.roles.includes('procurement') ? [{ to: '/cases/new', text: 'New case' }] : []),
  ];
  const acts = useActs();
  const fits = (entry: Entry) => entry.text.toLowerCase().includes(text.trim().toLowerCase());
  const fitting = [...pages.filter(fits), ...(wanted.length >= 2 ? acts.filter(fits) : [])];
  const entries: Entry[] = [...(wanted.length >= 2 ? entriesOf(data) : []), ...fitting].slice(0, 20);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first result.
  useEffect(() => setActive(0), [wanted]);
  const open = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    go(entry.to);
  };
  return (
    <>
      <TextInput
        data-autofocus
        aria-label="Find a case, a person, a vendor, a document, a page"
        placeholder="Find a case, a person, a vendor, a document, a page"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={entries.length > 0 ? `${list}-${active}` : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setActive((i) => Math.min(i + 1, entries.length - 1));
          else if (event.key === 'ArrowUp') setActive((i) => Math.max(i - 1, 0));
          else if (event.key === 'Enter') open(entries[active]);
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id={list} aria-label="Results" style={{ marginTop: 8 }}>
        {entries.map((entry, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above.
          <div
            key={`${entry.to} ${entry.text}`}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === active}
            tabIndex={-1}
            className="row"
            style={{ gridTemplateColumns: 'minmax(0, 1fr) auto', cursor: 'pointer' }}
            data-active={i === active || undefined}
            onClick={() => open(entry)}
          >
            <span className="truncate">{entry.text}</span>
            <span className="quiet">{entry.under}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="quiet">Nothing found for “{text}”.</p>}
    </>
  );
}
