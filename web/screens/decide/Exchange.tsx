import { useQuery } from '@tanstack/react-query';
import type { DecisionPage } from '../../../contract/console/decision.js';
import { caseQuery } from '../../api/queries.js';
import { ActForm } from '../../form/ActForm.js';
import { knownOf } from '../../kit/known.js';
import { Section } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { counted, nameOf } from '../../kit/words.js';

type Props = { page: DecisionPage; caseId: string };

/** Questions with which the decision came back, the open ones with a place for the answer, and those that were answered before. */
export function Exchange({ page, caseId }: Props) {
  const { earlier = [], questions, status } = page;
  const count = earlier.length + (questions === undefined ? 0 : 1);
  if (count === 0) return null;
  return (
    <Section title="Questions and answers" aside={<span className="quiet">{counted(count, 'question')}</span>}>
      {earlier.map(({ question, askedBy, askedAt, answer, answeredBy, answeredAt }) => (
        <dl key={askedAt} className="exchange">
          <Said by={nameOf(page.names, askedBy)} at={askedAt} zone={page.zone} text={question} />
          <Said by={nameOf(page.names, answeredBy)} at={answeredAt} zone={page.zone} text={answer} />
        </dl>
      ))}
      {questions !== undefined && (
        <dl className="exchange">
          <Said by={nameOf(page.names, questions.by)} text={questions.text} />
        </dl>
      )}
      {questions !== undefined && status === 'returned' && <Answer caseId={caseId} approval={page.approval} />}
    </Section>
  );
}

function Said({ by, at, zone, text }: { by: string; at?: string; zone?: string; text: string }) {
  return (
    <>
      <dt>
        {by}
        {at !== undefined && (
          <>
            , <When at={at} {...(zone !== undefined && { zone })} />
          </>
        )}
      </dt>
      <dd>{text}</dd>
    </>
  );
}

/** The answer to the questions with which a decision was returned, by whoever supplied what is decided. */
function Answer({ caseId, approval }: { caseId: string; approval: string }) {
  const { data } = useQuery(caseQuery(caseId));
  const task = data?.tasks.find(({ actions }) =>
    actions.some((action) => action.do === 'AnswerQuestions' && action.with.approval === approval),
  );
  if (data === undefined || task === undefined) return null;
  return <ActForm type="AnswerQuestions" fixed={{ approval }} known={knownOf(data, task.role)} />;
}
