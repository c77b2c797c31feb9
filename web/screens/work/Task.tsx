import { Button, Group, Paper, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { TaskAction } from '../../../contract/parts.js';
import { caseQuery, isWhole } from '../../api/queries.js';
import { ActForm } from '../../form/ActForm.js';
import type { JsonObject, Known } from '../../form/field.js';
import { actionName, lookAt } from '../../kit/acts.js';
import { Go, useGo } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Fault, Loading, Page } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { listed, nameOf } from '../../kit/words.js';

/** One task: what is wanted, why, by when, and the ways on. */
export function Task() {
  const { caseId = '', taskId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (error !== null) return <Fault error={error} again={refetch} />;
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
      <Ways actions={task.actions} known={knownOf(data, task.role)} />
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

/** The ways on from a task: pages as buttons, acts as forms in place. */
export function Ways({ actions, known }: { actions: TaskAction[]; known: Known }) {
  const go = useGo();
  const pages = actions.flatMap((action) => {
    const to = lookAt(action.do, action.with, known.caseId);
    return to === undefined ? [] : [{ action, to }];
  });
  const unique = pages.filter(({ to }, i) => pages.findIndex((one) => one.to === to) === i);
  const acts = actions.filter((action) => lookAt(action.do, action.with, known.caseId) === undefined);
  return (
    <Stack gap="lg">
      {unique.length > 0 && (
        <Group gap="sm">
          {unique.map(({ action, to }, i) => (
            <Button key={to} component={Go} to={to} variant={i === 0 && acts.length === 0 ? 'filled' : 'default'}>
              {actionName(action.do, {})}
            </Button>
          ))}
        </Group>
      )}
      {acts.map((action) => (
        <Paper key={JSON.stringify([action.do, action.with])} p="md" maw={760}>
          {action.text !== undefined && <p style={{ marginTop: 0 }}>{action.text}</p>}
          <ActForm
            type={action.do}
            fixed={fixedOf(action)}
            known={known}
            label={actionName(action.do, action.with)}
            onDone={() => go('/')}
          />
        </Paper>
      ))}
    </Stack>
  );
}

/** What the task knows is sent as it is; what it asks for is asked. */
const fixedOf = ({ with: known, ask }: TaskAction): JsonObject =>
  Object.fromEntries(Object.entries(known as JsonObject).filter(([field]) => !ask.includes(field)));
