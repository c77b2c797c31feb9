import { Alert, Button, Checkbox, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseForm } from '../../../contract/console/form.js';
import { useAct, usePressKey } from '../../api/act.js';
import { codeOf, hides } from '../../api/problem.js';
import { caseQuery, formQuery } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { placedFaults } from '../../form/ActForm.js';
import { Asks } from '../../form/Ask.js';
import { useDraft } from '../../form/draft.js';
import { asQuestions, type Json, type JsonObject, withoutBlanks } from '../../form/field.js';
import { goToFault } from '../../form/goToField.js';
import { Go } from '../../kit/Go.js';
import { Empty, Loading, Page, PageFault } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { listed, nameOf, roleName } from '../../kit/words.js';

/** The evidence form of a control, with the policy's numbers, and what the case knows filled in. */
export function EvidenceForm() {
  const { caseId = '', control = '' } = useParams({ strict: false });
  const { person }: { person?: string } = useSearch({ strict: false });
  const { data, error, refetch } = useQuery(formQuery(caseId, control, person));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={10} />;
  const whose = data.person === undefined ? '' : `: ${nameOf(data.names, data.person)}`;
  return (
    <Page title={`${data.title}${whose}`} under={<Under page={data} />}>
      {data.fields.length === 0 ? (
        <Empty title="This control takes no form.">{data.why}</Empty>
      ) : (
        <Form key={`${control}/${person ?? ''}`} page={data} caseId={caseId} />
      )}
    </Page>
  );
}

/** For whom it is, which control it answers, and by when. */
function Under({ page: { caseId, control, person, zone, ...page } }: { page: CaseForm }) {
  const { data: seen } = useQuery(caseQuery(caseId));
  const task = seen?.tasks.find(({ actions }) =>
    actions.some(
      (one) =>
        (one.do === 'SubmitEvidence' || one.do === 'GetEvidenceForm') &&
        one.with.control === control &&
        one.with.person === person,
    ),
  );
  const due = task?.due ?? page.due;
  return (
    <>
      {seen !== undefined && (
        <>
          <Go to={`/cases/${caseId}`}>{seen.title}</Go> · {seen.vendor.name} ·{' '}
        </>
      )}
      <Go to={`/cases/${caseId}/controls#${control}`}>{control}</Go>
      {due !== undefined && (
        <>
          {' · due '}
          <When at={due} zone={zone} />
        </>
      )}
    </>
  );
}

const valuesOf = (known: CaseForm['known']): JsonObject =>
  Object.fromEntries(known.map(({ field, value }) => [field, value as Json]));

function Form({ page, caseId }: { page: CaseForm; caseId: string }) {
  const first = { ...valuesOf(page.known), ...(page.current?.answers as JsonObject | undefined) };
  const { roles } = useSession();
  const role = roles.find((one) => page.suppliedBy.includes(one));
  const { value, change, forget, isDraft } = useDraft(`${caseId}/form/${page.control}/${page.person ?? ''}`, first);
  const [alike, setAlike] = useState<string[]>([]);
  const [sent, setSent] = useState<{ met: boolean; notes: string[] }>();
  const { key, refused } = usePressKey();
  const act = useAct(caseId, role === undefined ? {} : { role });
  const faults = placedFaults(act.error);
  const whom = page.person === undefined ? [undefined] : [page.person, ...alike];
  const submit = async () => {
    const form = withoutBlanks(value);
    try {
      const answers = [];
      for (const person of whom)
        answers.push(
          await act.mutateAsync({
            type: 'SubmitEvidence',
            body: { control: page.control, form, ...(person !== undefined && { person }) },
            key: `${key}-${person ?? 'case'}`,
          }),
        );
      forget();
      setSent({ met: answers.every(({ control }) => control === 'met'), notes: answers.flatMap(({ notes }) => notes) });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      refused(error);
      goToFault(placedFaults(error));
    }
  };
  if (sent !== undefined) return <Sent {...sent} caseId={caseId} />;
  const known = {
    caseId,
    people: page.people,
    papers: page.papers,
    ...(role !== undefined && { role }),
  };
  return (
    <form
      noValidate
      style={{ maxWidth: 760 }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="lg">
        {!page.youMaySupply && (
          <Alert variant="outline">
            It is supplied by: {listed(page.suppliedBy.map(roleName))}. You can read it here.
          </Alert>
        )}
        <Given page={page} />
        {page.missing.length > 0 && (
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {page.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        {page.policyNumbers.length > 0 && (
          <Alert variant="outline" title="What the policy wants">
            {page.policyNumbers.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </Alert>
        )}
        <FilledIn known={page.known} />
        <Asks questions={asQuestions(page.fields)} value={value} faults={faults} known={known} onChange={change} />
        {page.alike.length > 0 && (
          <Checkbox.Group label="The same answers hold for" value={alike} onChange={setAlike}>
            <Group mt={4} gap="md">
              {page.alike.map((id) => (
                <Checkbox key={id} value={id} label={nameOf(page.names, id)} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        {act.error !== null && (
          <Alert color="red" variant="outline" role="alert" data-code={codeOf(act.error)}>
            {act.error.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          {isDraft && (
            <Button variant="subtle" color="gray" onClick={() => forget(first)}>
              Discard draft
            </Button>
          )}
          <Button type="submit" loading={act.isPending} disabled={!page.youMaySupply}>
            {whom.length > 1 ? `Submit for ${whom.length} people` : 'Submit'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Who has answered already, so that nobody answers twice without knowing. */
function Given({ page: { current, waiting, names, zone } }: { page: CaseForm }) {
  const given = waiting ?? current;
  if (given === undefined) return null;
  return (
    <Alert
      variant="outline"
      title={waiting === undefined ? 'Answered already' : 'Answered already; waits for a decision'}
    >
      {nameOf(names, given.by)}, <When at={given.at} zone={zone} />. Submit again only where an answer has changed.
    </Alert>
  );
}

function FilledIn({ known }: { known: CaseForm['known'] }) {
  const from = [...new Set(known.map((one) => one.from))];
  if (from.length === 0) return null;
  return <div className="quiet">Filled in from {listed(from)}. Check it before you submit.</div>;
}

function Sent({ met, notes, caseId }: { met: boolean; notes: string[]; caseId: string }) {
  return (
    <Alert
      variant="outline"
      color={met ? 'green' : 'orange'}
      role="status"
      title={met ? 'Submitted: the control is met.' : 'Submitted: it is not met yet.'}
    >
      <Stack gap="xs">
        {notes.map((note) => (
          <div key={note}>{note}</div>
        ))}
        <div>
          <Go to="/">My work</Go> · <Go to={`/cases/${caseId}`}>The case</Go>
        </div>
      </Stack>
    </Alert>
  );
}
