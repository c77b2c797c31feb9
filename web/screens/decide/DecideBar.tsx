import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DecisionPage } from '../../../contract/console/decision.js';
import { useAct, usePressKey, usePreview } from '../../api/act.js';
import { codeOf } from '../../api/problem.js';
import { ActButton } from '../../form/ActForm.js';
import { useDraft } from '../../form/draft.js';
import { Go } from '../../kit/Go.js';
import { SkipToAct } from '../../kit/Skip.js';
import { Told } from '../../kit/Told.js';

type Choice = 'approve' | 'reject' | 'return';

/** The field that a decision starts with. */
const REASON = 'reason';

const DONE: Record<Choice, string> = { approve: 'Approved', reject: 'Rejected', return: 'Returned with questions' };

/** The decision: a reason, what follows, and the buttons; the hash of what was seen goes with it. */
export function DecideBar({ page, caseId, next }: { page: DecisionPage; caseId: string; next?: string }) {
  const { role } = page;
  const draft = useDraft(`${caseId}/decide/${page.approval}`, { reason: '' });
  const reason = typeof draft.value.reason === 'string' ? draft.value.reason : '';
  const [empty, setEmpty] = useState(false);
  const [done, setDone] = useState<{ choice: Choice; seq: number; contentHash: string }>();
  const { key, refused } = usePressKey();
  const queries = useQueryClient();
  const act = useAct(caseId, role === undefined ? {} : { role });
  const bodyOf = (decision: Choice, why: string) => ({
    approval: page.approval,
    contentHash: page.contentHash,
    decision,
    reason: why,
  });
  const preview = usePreview(caseId, 'Decide', page.youMayDecide ? bodyOf('approve', 'Approved.') : undefined, role);
  if (done?.contentHash === page.contentHash) return <Receipt {...done} {...(next !== undefined && { next })} />;
  if (!page.youMayDecide) return <NotYours page={page} error={act.error} typed={reason} />;
  const decide = (choice: Choice) => {
    setEmpty(reason.trim() === '');
    if (reason.trim() === '') return document.getElementById(REASON)?.focus();
    act.mutate(
      { type: 'Decide', body: bodyOf(choice, reason), key: `${key}-${choice}` },
      {
        onSuccess: ({ receipt }) => {
          draft.forget({ reason: '' });
          setDone({ choice, seq: receipt.seq, contentHash: page.contentHash });
        },
        onError: (error) => {
          refused(error);
          // What it was refused for is on the page as it stands now.
          void queries.invalidateQueries({ queryKey: ['case', caseId] });
        },
      },
    );
  };
  return (
    <div className="bar tall">
      <SkipToAct to={REASON}>Skip to the decision</SkipToAct>
      <Stack gap="sm">
        {preview.data !== undefined && <Follows {...preview.data} names={page.names} />}
        {act.error !== null && <Refused error={act.error} />}
        <Textarea
          id={REASON}
          label="Reason"
          required
          autosize
          minRows={1}
          maxRows={6}
          error={empty && reason.trim() === '' ? 'Say why. It stands in the trail.' : undefined}
          value={reason}
          onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        />
        <div className="choices">
          <Button onClick={() => decide('approve')} loading={act.isPending}>
            Approve
          </Button>
          {role !== undefined && (
            <ActButton
              type="Delegate"
              label="Delegate"
              fixed={{ role }}
              known={{ caseId, people: page.candidates ?? [], papers: [], role }}
            />
          )}
          <Button variant="default" onClick={() => decide('reject')} disabled={act.isPending}>
            Reject
          </Button>
          <Button variant="default" onClick={() => decide('return')} disabled={act.isPending}>
            Return with questions
          </Button>
        </div>
      </Stack>
    </div>
  );
}

function Refused({ error }: { error: Error }) {
  return (
    <Alert color="red" variant="outline" role="alert" data-code={codeOf(error)}>
      {error.message}
      {codeOf(error) === 'StaleDecision' && ' The page shows the current content now.'}
    </Alert>
  );
}

/** Why one does not decide; what was refused meanwhile and what was typed stay in sight. */
function NotYours({ page, error, typed }: { page: DecisionPage; error: Error | null; typed: string }) {
  return (
    <Stack gap="sm">
      {error !== null && <Refused error={error} />}
      <Alert variant="outline" title="You cannot decide this">
        {page.whyNot ?? 'It waits for somebody else.'}
        {typed !== '' && <div className="quiet">Your reason is kept on this device: {typed}</div>}
      </Alert>
    </Stack>
  );
}

function Follows({
  accepted,
  refusal,
  follows,
  names,
}: {
  accepted: boolean;
  refusal?: { message: string };
  follows: string[];
  names: Record<string, string>;
}) {
  if (!accepted) return <div className="quiet">An approval would be refused now: {refusal?.message}</div>;
  if (follows.length === 0) return <div className="quiet">If you approve, nothing else changes at once.</div>;
  const [first = '', ...more] = follows;
  return (
    <details>
      <summary>
        <b>If you approve:</b> <Told text={first} names={names} />{' '}
        {more.length > 0 && <span className="quiet">and {more.length} more</span>}
      </summary>
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {more.map((text) => (
          <li key={text}>
            <Told text={text} names={names} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Receipt({ choice, seq, next }: { choice: Choice; seq: number; next?: string }) {
  return (
    <Alert variant="outline" color="green" role="status" title={`${DONE[choice]}. Recorded as number ${seq}.`}>
      {next === undefined ? <Go to="/">Back to my work</Go> : <Go to={next}>Next decision</Go>}
    </Alert>
  );
}
