import { Tooltip } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { Go } from '../../kit/Go.js';
import { near } from '../../kit/times.js';
import { counted, plain } from '../../kit/words.js';

const DAY_MS = 86_400_000;
const DAYS = 30;

type Span = { from: number; to: number; colour: string; text: string };

/** The 30 days as lanes: stages until their gate opened, meetings, and today. */
export function Lanes({ seen }: { seen: CaseView }) {
  const start = Math.min(Date.parse(`${seen.startDate}T00:00:00Z`), Date.parse(seen.openedAt));
  const today = Date.parse(seen.asOf);
  const end = Math.max(start + DAYS * DAY_MS, today);
  const share = (ms: number): number => Math.max(0, Math.min(100, ((ms - start) / (end - start)) * 100));
  return (
    <div className="lanes">
      {seen.stages.map((stage) => {
        const before = stage.waitsFor.length > 0 ? undefined : startOf(seen, stage.id, start);
        const done = stage.doneAt === undefined ? undefined : Date.parse(stage.doneAt);
        const span: Span | undefined =
          before === undefined
            ? undefined
            : {
                from: before,
                to: done ?? today,
                colour: done === undefined ? 'var(--open)' : 'var(--met)',
                text: stage.doneAt === undefined ? openText(seen, stage) : `Done ${near(stage.doneAt, today)}`,
              };
        const text = stage.doneAt !== undefined ? `done ${near(stage.doneAt, today)}` : stageNote(seen, stage);
        return (
          <div className="lane" key={stage.id}>
            <span>
              {stage.approval === undefined ? (
                plain(stage.id)
              ) : (
                <Go to={`/cases/${seen.caseId}/decide/${encodeURIComponent(stage.approval)}`}>{plain(stage.id)}</Go>
              )}
              <span className="quiet" style={{ display: 'block', fontSize: 12 }}>
                {text}
              </span>
            </span>
            <div className="track">
              {span !== undefined && (
                <Tooltip label={span.text}>
                  <div
                    className="bar-part"
                    style={{
                      left: `${share(span.from)}%`,
                      width: `max(4px, ${share(span.to) - share(span.from)}%)`,
                      background: span.colour,
                    }}
                  />
                </Tooltip>
              )}
              <div className="today" style={{ left: `${share(today)}%` }} />
            </div>
          </div>
        );
      })}
      <div className="lane">
        <span>Meetings</span>
        <div className="track">
          {seen.meetings.map(({ id, day, due, status }) => (
            <Tooltip key={`${id} ${day}`} label={`${id}, ${day}: ${plain(status)}`}>
              <div
                className="bar-part"
                style={{
                  left: `${share(Date.parse(due))}%`,
                  width: 5,
                  background:
                    status === 'held' ? 'var(--met)' : status === 'missed' ? 'var(--refused)' : 'var(--quiet)',
                }}
              />
            </Tooltip>
          ))}
          <div className="today" style={{ left: `${share(today)}%` }} />
        </div>
      </div>
    </div>
  );
}

type Stage = CaseView['stages'][number];

const stageNote = (seen: CaseView, stage: Stage): string =>
  stage.status === 'waiting'
    ? `after ${stage.waitsFor.map((one) => plain(one).toLowerCase()).join(', ')}`
    : openText(seen, stage);

const DECISIONS: Record<string, string> = {
  asked: 'waits for the decision',
  returned: 'returned with questions',
  rejected: 'rejected',
};

/** What a stage still waits for: its controls, and then its decision. */
function openText({ approvals }: CaseView, { openControls, approval }: Stage): string {
  if (openControls.length > 0) return `${counted(openControls.length, 'control')} open`;
  const { status = '' } = approvals.find(({ id }) => id === approval) ?? {};
  return DECISIONS[status] ?? 'no control open';
}

/** When a stage could begin: when the last of those before it was done. */
function startOf(seen: CaseView, id: string, start: number): number {
  const index = seen.stages.findIndex((stage) => stage.id === id);
  const before = seen.stages
    .slice(0, index)
    .flatMap(({ doneAt }) => (doneAt === undefined ? [] : [Date.parse(doneAt)]));
  return Math.max(start, ...before);
}
