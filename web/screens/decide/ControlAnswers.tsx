import type { DecisionPage } from '../../../contract/console/decision.js';
import { State, type StateName } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';

type Control = DecisionPage['controls'][number];

const STATES: Record<string, StateName> = { met: 'met', waived: 'waived', refused: 'refused', open: 'open' };

/** One control of a decision: in a line, and opened its answers beside the policy's numbers. What changed is open and marked. */
export function ControlAnswers({
  control,
  names,
  onOpen,
}: {
  control: Control;
  names: Record<string, string>;
  onOpen(document: { title: string; sha256: string }): void;
}) {
  const {
    title,
    id,
    person,
    status,
    summary,
    answers,
    changes = [],
    missing,
    documents,
    files,
    policy,
    by,
    at,
    changed,
  } = control;
  const changedQuestions = new Set(changes.map(({ question }) => question));
  return (
    <details open={changed === true || (status !== 'met' && status !== 'waived') || undefined}>
      <summary className="row control-row">
        <span>
          {title}
          {person !== undefined && `: ${nameOf(names, person)}`} <span className="quiet">{id}</span>
        </span>
        <span className="quiet truncate">{summary}</span>
        <State is={STATES[status] ?? 'open'} />
      </summary>
      <div style={{ padding: '8px 0 16px 24px' }}>
        {missing.map((one) => (
          <div key={one}>{one}</div>
        ))}
        {answers.length > 0 && (
          <dl className="answers">
            {answers.map(({ question, answer, policy }) => (
              <Answer
                key={question}
                question={question}
                answer={answer}
                changed={changedQuestions.has(question)}
                {...(policy !== undefined && { policy })}
              />
            ))}
          </dl>
        )}
        {changes.map(({ question, before, after }) => (
          <div key={question} className="changed" style={{ padding: '2px 6px', marginTop: 4 }}>
            Changed: {question}: <s>{before ?? 'not answered'}</s> → <b>{after ?? 'not answered'}</b>
          </div>
        ))}
        {by !== undefined && at !== undefined && (
          <div className="quiet" style={{ marginTop: 8 }}>
            Said by {nameOf(names, by)}, <When at={at} />
          </div>
        )}
        {policy.length > 0 && <div className="quiet">Policy: {policy.join('; ')}</div>}
        {[...documents, ...files].map((document) => (
          <div key={document.sha256}>
            <button type="button" className="link" onClick={() => onOpen(document)}>
              {document.title}
            </button>
          </div>
        ))}
      </div>
    </details>
  );
}

function Answer({
  question,
  answer,
  policy,
  changed,
}: {
  question: string;
  answer: string;
  policy?: string;
  changed: boolean;
}) {
  return (
    <>
      <dt>{question}</dt>
      <dd className={changed ? 'changed' : undefined}>
        {answer}
        {policy !== undefined && <span className="quiet"> · policy: {policy}</span>}
      </dd>
    </>
  );
}
