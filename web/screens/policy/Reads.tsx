import { Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyPage } from '../../../contract/policyPage.js';
import { Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { counted, listed, plain, roleName } from '../../kit/words.js';
import { Choose } from './Choose.js';
import { Gates } from './Gates.js';
import { givenText } from './givenText.js';
import { OWN, policyQuery } from './queries.js';

/** A policy as a person reads it. */
export function Reads() {
  const [source, setSource] = useState(OWN);
  const { data, error } = useQuery(policyQuery(source));
  return (
    <Stack gap="xl">
      <Choose label="Policy" value={source} onChange={setSource} />
      {error !== null && <Fault error={error} />}
      {data === undefined && error === null && <Loading rows={10} />}
      {data !== undefined && (
        <>
          <div>
            <b>
              {data.policy.name} {data.policy.version}
            </b>{' '}
            <span className="quiet hash">{data.policy.hash.slice(0, 16)}</span>
          </div>
          <Gates page={data} />
          <Controls page={data} />
          <Rest page={data} />
        </>
      )}
    </Stack>
  );
}

type Control = PolicyPage['controls'][number];

const fits = ({ id, title, owner, figures }: Control, wanted: string): boolean =>
  [id, title, owner, ...figures.map(({ text }) => text)].some((text) => text.toLowerCase().includes(wanted));

function Controls({ page }: { page: PolicyPage }) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  return (
    <Section
      title={counted(page.controls.length, 'control')}
      aside={
        <TextInput
          aria-label="Find a control"
          placeholder="Find a control"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      }
    >
      <Stack gap="lg">
        {page.stages.map(({ id }) => {
          const own = page.controls.filter((control) => control.stage === id && fits(control, wanted));
          if (own.length === 0) return null;
          return (
            <div key={id}>
              <h3 style={{ margin: 0 }}>{plain(id)}</h3>
              {own.map((control) => (
                <ControlRow key={control.id} control={control} />
              ))}
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}

function ControlRow({ control }: { control: Control }) {
  const { id, title, binds, owner, locked, waivableBy, waiverMaxDays, figures, when, lapse, behind, path } = control;
  return (
    <div className="row" style={{ gridTemplateColumns: '64px minmax(0, 1fr)', alignItems: 'start' }} id={id}>
      <b>{id}</b>
      <div>
        <div>
          {title} {locked && <State is="closed" word="Locked" />}
        </div>
        <div className="quiet">
          {binds} · supplied by {roleName(owner).toLowerCase()}
          {behind.length > 0 && ` · after ${listed(behind.map((one) => plain(one).toLowerCase()))}`}
          {path !== undefined && ` · one of several ways (${path})`} ·{' '}
          {waivableBy.length === 0
            ? 'nobody may waive it'
            : `waived by ${listed(waivableBy.map((role) => roleName(role).toLowerCase()))}, ${waiverMaxDays} days at most`}
        </div>
        {when !== undefined && (
          <div className="quiet">
            Only where <span className="hash">{when}</span>
          </div>
        )}
        {lapse !== '' && <div className="quiet">{lapse}</div>}
        <Figures figures={figures} />
      </div>
    </div>
  );
}

function Figures({ figures }: { figures: PolicyPage['figures'] }) {
  if (figures.length === 0) return null;
  return (
    <ul style={{ margin: '4px 0 0', paddingLeft: 16 }}>
      {figures.map(({ name, text, source }) => (
        <li key={name}>
          {text} <span className="quiet">{source}</span>
        </li>
      ))}
    </ul>
  );
}

function Rest({ page }: { page: PolicyPage }) {
  return (
    <>
      <Section title="Clocks and other numbers">
        <Figures figures={page.figures} />
      </Section>
      <Section title="Access profiles, reminders, signatures">
        <dl className="facts">
          {page.profiles.map(({ name, gives, maxDays }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{plain(name)}</dt>
              <dd>
                {givenText(gives)}; {maxDays} days at most
              </dd>
            </div>
          ))}
          <dt>Reminders</dt>
          <dd>
            {listed(page.reminders.map((hours) => `${Math.abs(hours)} h ${hours < 0 ? 'before' : 'after'}`))} the due
            time
          </dd>
          <dt>Signs for the client</dt>
          <dd>{listed(page.clientSignatories.map(roleName))}</dd>
          <dt>Where nobody answers</dt>
          <dd>{roleName(page.escalateTo)} decides waivers, remedies and clearances</dd>
        </dl>
      </Section>
    </>
  );
}
