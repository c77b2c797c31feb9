import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { dayText, near } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { ANSWERERS } from './roles.js';

/** What the vendor says is wrong on the record, and what the client has answered. */
export function Disputes({ seen }: { seen: CaseView }) {
  if (seen.disputes.length === 0) return null;
  const title = (of: string): string => seen.controls.find(({ id }) => id === of)?.title ?? of;
  return (
    <Section title="Disputes">
      {seen.disputes.map(({ id, of, when, value, reason, evidence, raisedBy, raisedAt, due, answered }) => (
        <div key={id} className="row fact-row" id={id}>
          <div>
            <b>
              {title(of)}, {when.length === 10 ? dayText(when) : near(when)}
              {value !== undefined && `: ${value}`}
            </b>
            <div>{reason}</div>
            {evidence !== undefined && <div className="quiet">Shown by: {evidence}</div>}
            <div className="quiet">
              {nameOf(seen.names, raisedBy)}, <When at={raisedAt} zone={seen.zone} />
            </div>
            {answered !== undefined && (
              <div>
                {nameOf(seen.names, answered.by)}: {answered.reason}
              </div>
            )}
          </div>
          {answered === undefined ? (
            <span>
              <State is={due < seen.asOf ? 'late' : 'waiting'} word="Waits for an answer" />
              <span className="quiet" style={{ display: 'block' }}>
                due <When at={due} zone={seen.zone} />
              </span>
            </span>
          ) : (
            <State
              is="met"
              word={
                answered.answer === 'uphold'
                  ? 'The record stands'
                  : answered.value === undefined
                    ? 'Corrected'
                    : `Corrected to ${answered.value}`
              }
            />
          )}
          <Group gap="xs" justify="flex-end">
            {answered === undefined && (
              <RoleAct type="AnswerDispute" label="Answer" roles={ANSWERERS} seen={seen} fixed={{ dispute: id }} />
            )}
          </Group>
        </div>
      ))}
    </Section>
  );
}
