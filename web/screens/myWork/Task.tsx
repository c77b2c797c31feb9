import { Button, Group, Paper, Stack } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { TaskAction } from '../../../contract/parts.js';
import { hides } from '../../api/problem.js';
import { caseQuery, isWhole, type Seen } from '../../api/queries.js';
import { ActForm } from '../../form/ActForm.js';
import type { JsonObject, Known } from '../../form/field.js';
import { actionName, lookAt } from '../../kit/acts.js';
import { Go, useGo } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Loading, Page, PageFault } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { listed, nameOf } from '../../kit/words.js';

/** One task: what is wanted, why, by when, and the ways on. */
export function Task() {
  const { caseId = '', taskId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  const task = data.tasks.find((one) => one.id === taskId);
  if (task === undefined) return <Done caseId={caseId} />;
  const zone = isWhole(data) ? data.zone : undefined;
  return (
    <Page
      title={task.title}
      under={
        <>
          <Go to={`/cases/${caseId}`}>{data.title}</Go> · {data.vendor.name}
          {task.due !== undefined && (
            <>
              {' · due '}
              <When at={task.due} {...(zone !== undefined && { zone })} />
            </>
          )}
          {task.lateSince !== undefined && (
            <>
              {' '}
              <State is="late" />
            </>
          )}
        </>
      }
    >
      {task.why !== '' && <p style={{ maxWidth: 720, margin: 0 }}>{task.why}</p>}
      {task.assignees.length > 1 && (
        <div className="quiet">
          With {listed(task.assignees.map((id) => nameOf(data.names, id)))}: one of you is enough.
        </div>
      )}
      <Ways actions={task.actions} seen={data} known={knownOf(data, task.role)} />
    </Page>
  );
}

function Done({ caseId }: { caseId: string }) {
  return (
    <Page title="This task is done">
      <Empty title="Nobody waits for it any more.">
        <Go to="/">My work</Go> · <Go to={`/cases/${caseId}`}>The case</Go>
      </Empty>
    </Page>
  );
}

/** The ways on from a task: forms as a list, other pages as buttons, acts as forms in place. */
function Ways({ actions, seen, known }: { actions: TaskAction[]; seen: Seen; known: Known }) {
  const go = useGo();
  const pages = actions.flatMap((action) => {
    const to = lookAt(action.do, action.with, known.caseId);
    return to === undefined ? [] : [{ action, to }];
  });
  const unique = pages.filter(({ to }, i) => pages.findIndex((one) => one.to === to) === i);
  const isForm = ({ action }: { action: TaskAction }) =>
    action.do === 'SubmitEvidence' || action.do === 'GetEvidenceForm';
  const perPerson = new Set(
    unique.flatMap(({ action }) => (action.with.person === undefined ? [] : action.with.control)),
  );
  // Where a form is asked for person by person, the form without a person is none of them.
  const forms = unique.filter(
    (one) => isForm(one) && (one.action.with.person !== undefined || !perPerson.has(one.action.with.control)),
  );
  const others = unique.filter((one) => !isForm(one));
  const acts = actions.filter((action) => lookAt(action.do, action.with, known.caseId) === undefined);
  return (
    <Stack gap="lg">
      {forms.length > 0 && (
        <div style={{ maxWidth: 760 }}>
          {forms.map(({ action, to }) => (
            <FormLink key={to} action={action} to={to} seen={seen} />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <Group gap="sm">
          {others.map(({ action, to }, i) => (
            <Button
              key={to}
              component={Go}
              to={to}
              variant={i === 0 && acts.length === 0 && forms.length === 0 ? 'filled' : 'default'}
            >
              {actionName(action.do, {})}
            </Button>
          ))}
        </Group>
      )}
      {acts.map((action, i) => (
        <Paper key={JSON.stringify([action.do, action.with])} p="md" maw={760}>
          {action.text !== undefined && <p style={{ marginTop: 0 }}>{action.text}</p>}
          <ActForm
            type={action.do}
            fixed={fixedOf(action)}
            known={known}
            label={actionName(action.do, action.with)}
            second={i > 0}
            onDone={() => go('/')}
          />
        </Paper>
      ))}
    </Stack>
  );
}

/** A form by the title of its control, with what it still misses. */
function FormLink({ action, to, seen }: { action: TaskAction; to: string; seen: Seen }) {
  const { control, person } = action.with;
  const found = isWhole(seen) ? seen.controls.find((one) => one.id === control && one.person === person) : undefined;
  const whose = typeof person === 'string' ? `: ${nameOf(seen.names, person)}` : '';
  return (
    <Go to={to} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <span>
        <span style={{ fontWeight: 500 }}>
          {found?.title ?? String(control)}
          {whose}
        </span>{' '}
        <span className="quiet">{String(control)}</span>
        {found?.missing[0] !== undefined && (
          <span className="quiet" style={{ display: 'block' }}>
            {found.missing[0]}
          </span>
        )}
      </span>
      <IconChevronRight size={16} aria-hidden />
    </Go>
  );
}

/** What the task knows is sent as it is; what it asks for is asked. */
const fixedOf = ({ with: known, ask }: TaskAction): JsonObject =>
  Object.fromEntries(Object.entries(known as JsonObject).filter(([field]) => !ask.includes(field)));
