import { Alert, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckedCase } from '../../../contract/caseFile.js';
import { Problem } from '../../api/problem.js';
import { useSession } from '../../api/session.js';
import { useDraft } from '../../form/draft.js';
import type { JsonObject } from '../../form/field.js';
import { goToField } from '../../form/goToField.js';
import type { Schema } from '../../form/questionsOf.js';
import { objectOf } from '../../form/values.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading, Page, Section } from '../../kit/Page.js';
import { counted } from '../../kit/words.js';
import { asFile, messageOf, shownFaults } from './asFile.js';
import { CaseFields } from './CaseFields.js';
import { formOfCase, useCheck, useOpenCase } from './check.js';
import { addressesIn, resourcesIn, rolesIn } from './choices.js';
import { FromFile } from './FromFile.js';
import { fillIn } from './fillIn.js';
import { People } from './People.js';
import { PlanPanel } from './PlanPanel.js';
import { sectionsOf } from './sections.js';
import { ToCorrect } from './ToCorrect.js';

/** A new case from the form of its file, with the plan that grows beside it. */
export function NewCase() {
  const { roles } = useSession();
  const may = roles.includes('procurement');
  const { data, error, refetch } = useQuery({ ...formOfCase, enabled: may });
  return (
    <Page title="New case" under={may && 'What you type is kept on this device until the case is opened.'}>
      {!may && (
        <Empty title="Procurement opens cases.">
          <Go to="/cases">Cases</Go>
        </Empty>
      )}
      {error !== null && <Fault error={error} again={refetch} />}
      {may && data === undefined && error === null && <Loading rows={10} />}
      {data !== undefined && <Form schema={data} />}
    </Page>
  );
}

function Form({ schema }: { schema: Schema }) {
  const { value, change, forget, isDraft } = useDraft('new-case', {});
  const [asked, setAsked] = useState(false);
  const file = asFile(value);
  const { checked, behind, error } = useCheck(file);
  const opening = useOpenCase(() => forget());
  const faults = checked?.faults ?? [];
  const refusal = opening.error;
  const open = () => {
    setAsked(true);
    if (behind) return;
    const [first] = faults;
    if (first === undefined) opening.mutate(file);
    else goToField(first.path ?? '');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <div className="new-case">
        <Stack gap="xl">
          <FromFile
            value={value}
            fill={(next) => {
              change(next);
              setAsked(true);
            }}
          />
          <Questions schema={schema} value={value} change={change} checked={checked} all={asked} />
        </Stack>
        <aside className="plan" aria-label="The plan">
          <h2>The plan</h2>
          {error !== null && <Fault error={error} />}
          {checked === undefined ? error === null && <Loading /> : <PlanPanel checked={checked} behind={behind} />}
        </aside>
      </div>
      <div className="bar">
        {asked && faults.length > 0 && <ToCorrect faults={faults} />}
        {refusal !== null && (
          <Alert color="red" variant="outline" role="alert" mb="sm" title="The case was not opened">
            {refusal instanceof Problem && refusal.body.faults !== undefined
              ? refusal.body.faults.map((fault) => <div key={fault.message}>{messageOf(fault)}</div>)
              : refusal.message}
          </Alert>
        )}
        <Group justify="space-between" gap="sm">
          <span className="quiet">{checked !== undefined && standing(checked)}</span>
          <Group gap="sm">
            {isDraft && (
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  forget();
                  setAsked(false);
                }}
              >
                Discard draft
              </Button>
            )}
            <Button type="submit" loading={opening.isPending} disabled={asked && behind}>
              Open case
            </Button>
          </Group>
        </Group>
      </div>
    </form>
  );
}

function standing({ faults, warnings }: CheckedCase): string {
  if (faults.length > 0) return `${counted(faults.length, 'thing')} to answer or correct`;
  return warnings.length === 0 ? 'Ready to open' : `Ready to open; ${counted(warnings.length, 'thing')} to look at`;
}

type QuestionsProps = {
  schema: Schema;
  value: JsonObject;
  change(value: JsonObject): void;
  checked: CheckedCase | undefined;
  all: boolean;
};

function Questions({ schema, value, change, checked, all }: QuestionsProps) {
  const faults = shownFaults(checked?.faults ?? [], value, all);
  const set = (next: JsonObject) => change(fillIn(value, next));
  const client = objectOf(value.client);
  const choices = {
    resources: resourcesIn(value),
    profiles: checked?.profiles ?? [],
    addresses: addressesIn(objectOf(client.people)),
  };
  const people = (
    <People
      roles={rolesIn(schema)}
      value={objectOf(client.people)}
      faults={faults}
      gates={checked?.gates ?? []}
      onChange={(next) => set({ ...value, client: { ...client, people: next } })}
    />
  );
  return sectionsOf(schema, choices).map(({ title, questions }) => (
    <Section key={title} title={title}>
      <CaseFields questions={questions} value={value} faults={faults} people={people} onChange={set} />
    </Section>
  ));
}
