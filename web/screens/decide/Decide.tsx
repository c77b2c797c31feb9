import { Alert, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DecisionPage } from '../../../contract/console/decision.js';
import { hides } from '../../api/problem.js';
import { decisionQuery, workQuery } from '../../api/queries.js';
import { Go } from '../../kit/Go.js';
import { Loading, Page, PageFault, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted, nameOf, oneOf, roleName } from '../../kit/words.js';
import { ControlAnswers } from './ControlAnswers.js';
import { DecideBar } from './DecideBar.js';
import { Exchange } from './Exchange.js';
import { Reader } from './Reader.js';

/** Where there is one column, the documents stand before the decision: nobody decides above what they have to read. */
const NARROW = '(max-width: 800px)';
const READER = 'reader';

type Opened = { title: string; sha256: string };

/** Every document and file that the answers name, each once. */
const docsOf = ({ controls }: DecisionPage): Opened[] => {
  const all = controls.flatMap(({ documents, files }) => [...documents, ...files]);
  return all.filter((one, i) => all.findIndex(({ sha256 }) => sha256 === one.sha256) === i);
};

/** Everything that a decision takes, on one page: the question, what answers it, the documents, the button. */
export function Decide() {
  const { caseId = '', approvalId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(decisionQuery(caseId, approvalId));
  const { data: work } = useQuery(workQuery);
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  const next = work?.rows.find(
    (row) => row.kind === 'decide' && !row.to.includes(`/decide/${encodeURIComponent(approvalId)}`),
  );
  return (
    <Page title={`${data.title} · ${data.vendor}`} under={<Under page={data} caseId={caseId} />}>
      <Body page={data} caseId={caseId} {...(next !== undefined && { next: next.to })} />
    </Page>
  );
}

function Under({ page, caseId }: { page: DecisionPage; caseId: string }) {
  const { due, others, caseTitle } = page;
  return (
    <>
      <Go to={`/cases/${caseId}`}>{caseTitle}</Go>
      {due !== undefined && (
        <>
          {' · due '}
          <When at={due} />
        </>
      )}
      {others.length > 0 && ` · ${oneOf(page.youMayDecide ? ['you', ...others] : others)}`}
    </>
  );
}

const whoDecides = ({ deciders, rule }: DecisionPage): string => {
  if (deciders.length === 1) return 'Who decides';
  return rule === 'all' ? 'Who decides: all of' : 'Who decides: one of';
};

const isGood = (status: string): boolean => status === 'met' || status === 'waived';

function Body({ page, caseId, next }: { page: DecisionPage; caseId: string; next?: string }) {
  const documents = docsOf(page);
  const [opened, open] = useState<Opened | undefined>(documents[0]);
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const read = (doc: Opened) => {
    open(doc);
    if (isNarrow) document.getElementById(READER)?.scrollIntoView();
  };
  const reader = documents.length > 0 && (
    <Reader id={READER} caseId={caseId} documents={documents} opened={opened} onOpen={open} />
  );
  const good = page.controls.filter(({ status }) => isGood(status)).length;
  const changed = page.controls.filter((control) => control.changed === true).length;
  return (
    <div className={documents.length === 0 ? undefined : 'two'}>
      <Stack gap="lg">
        <div>
          <p style={{ fontSize: 18, fontWeight: 600, margin: 0 }}>{page.question}</p>
          {page.outlook.length > 0 && (
            <ul style={{ margin: '8px 0 0', paddingLeft: 20 }}>
              {page.outlook.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {page.kind !== 'access' && (
            <div className="quiet">
              {counted(page.controls.length, 'control')} · {good === page.controls.length ? 'all met' : `${good} met`}
              {changed > 0 && ` · ${changed} changed since you last looked`}
            </div>
          )}
        </div>
        {page.status !== 'asked' && (
          <Alert
            variant="outline"
            title={
              page.status === 'approved'
                ? 'Approved'
                : page.status === 'rejected'
                  ? 'Rejected'
                  : 'Returned with questions'
            }
          >
            {page.votes.at(-1)?.reason ?? page.questions?.text}
          </Alert>
        )}
        <div>
          {page.controls.map((control) => (
            <ControlAnswers key={control.key} control={control} names={page.names} onOpen={read} />
          ))}
        </div>
        <Asked page={page} />
        {(page.flags.length > 0 || page.price !== undefined) && (
          <Section title="Also to know">
            <ul style={{ margin: 0, paddingLeft: 20 }}>
              {page.price !== undefined && <li>{page.price}</li>}
              {page.flags.map((flag) => (
                <li key={flag}>{flag}</li>
              ))}
            </ul>
          </Section>
        )}
        <Exchange page={page} caseId={caseId} />
        <Section title={whoDecides(page)}>
          {page.deciders.map(({ role }) => {
            const vote = page.votes.find((one) => one.role === role);
            return (
              <div key={role} className="row" style={{ gridTemplateColumns: '200px minmax(0, 1fr)' }}>
                <span>{roleName(role)}</span>
                <span>
                  {vote === undefined ? (
                    <State is="waiting" />
                  ) : (
                    <>
                      <State is="met" word="Approved" /> by {nameOf(page.names, vote.by)}, <When at={vote.at} />:{' '}
                      {vote.reason}
                    </>
                  )}
                </span>
              </div>
            );
          })}
        </Section>
        {isNarrow && reader}
        <DecideBar page={page} caseId={caseId} {...(next !== undefined && { next })} />
      </Stack>
      {!isNarrow && reader}
    </div>
  );
}

/** What is asked for beside the answers: the request and its reason, earlier rejections, answers that do not agree, another policy. */
function Asked({ page }: { page: DecisionPage }) {
  const { request, rejections = [], disagreements = [], proposal, names } = page;
  if (request === undefined && rejections.length + disagreements.length === 0 && proposal === undefined) return null;
  return (
    <Section title="What is asked">
      {request !== undefined && (
        <p style={{ marginTop: 0 }}>
          {request.reason}
          {request.term !== undefined && ` Remedy: ${request.term}`}
          {request.owner !== undefined && `, by ${nameOf(names, request.owner)}`}
          {request.until !== undefined && (
            <>
              {' Until '}
              <When at={request.until} zone={page.zone} />.
            </>
          )}
        </p>
      )}
      {proposal !== undefined && (
        <p style={{ marginTop: 0 }}>
          Policy {proposal.policy.name} {proposal.policy.version}. What it changes in the plan:
        </p>
      )}
      {proposal?.difference?.map(({ where, before, after }) => (
        <div key={where} className="changed" style={{ padding: '2px 6px' }}>
          {where}: <s>{before ?? 'nothing'}</s> → <b>{after ?? 'nothing'}</b>
        </div>
      ))}
      {rejections.map(({ by, at, reason }) => (
        <div key={at}>
          <State is="refused" word="Rejected before" /> by {nameOf(names, by)}, <When at={at} zone={page.zone} />:{' '}
          {reason}
        </div>
      ))}
      {disagreements.map((one) => (
        <div key={one}>
          <State is="late" word="Answers disagree" /> {one}
        </div>
      ))}
    </Section>
  );
}
