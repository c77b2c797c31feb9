import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { useSession } from '../../api/session.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Section } from '../../kit/Page.js';
import { State, type StateName } from '../../kit/State.js';
import { dayText } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { BOTH, VENDOR } from './roles.js';

type Milestone = CaseView['milestones'][number];
type FirstDay = CaseView['firstDays'][number];

const MILESTONE: Record<Milestone['status'], { is: StateName; word: string }> = {
  planned: { is: 'open', word: 'Planned' },
  delivered: { is: 'waiting', word: 'Waits for acceptance' },
  accepted: { is: 'met', word: 'Accepted' },
  returned: { is: 'refused', word: 'Returned' },
};

/** Milestones of a project, with what each waits for. */
export function Milestones({ seen }: { seen: CaseView }) {
  if (seen.milestones.length === 0) return null;
  return (
    <Section title="Milestones">
      {seen.milestones.map((one) => (
        <MilestoneRow key={one.id} milestone={one} seen={seen} />
      ))}
    </Section>
  );
}

function MilestoneRow({ milestone, seen }: { milestone: Milestone; seen: CaseView }) {
  const { id, title, acceptance, acceptedBy, due, status, lateSince, delivered, returned, answerBy } = milestone;
  return (
    <div className="row fact-row" id={id}>
      <div>
        <b>{title}</b>
        <div className="quiet">
          {acceptance} · accepted by {nameOf(seen.names, acceptedBy)} · due {dayText(due)}
        </div>
        {delivered !== undefined && (
          <div>
            Delivered <When at={delivered.at} zone={seen.zone} />: {delivered.evidence}
          </div>
        )}
        {returned !== undefined && status === 'returned' && <div>Returned: {returned.reason}</div>}
      </div>
      <span>
        <State {...(lateSince !== undefined && status !== 'accepted' ? { is: 'late' } : MILESTONE[status])} />
        {answerBy !== undefined && (
          <span className="quiet" style={{ display: 'block' }}>
            answer due <When at={answerBy} zone={seen.zone} />
          </span>
        )}
      </span>
      <Group gap="xs" justify="flex-end">
        {(status === 'planned' || status === 'returned') && (
          <RoleAct type="DeliverMilestone" roles={VENDOR} seen={seen} fixed={{ milestone: id }} />
        )}
        {status === 'delivered' && (
          <RoleAct
            type="AnswerMilestone"
            label="Accept or return"
            roles={['engineering-manager', 'procurement', 'executive']}
            seen={seen}
            fixed={{ milestone: id, delivery: milestone.deliveries }}
          />
        )}
        {status !== 'accepted' && <Move milestone={milestone} seen={seen} />}
      </Group>
    </div>
  );
}

function Move({ milestone: { id, move }, seen }: { milestone: Milestone; seen: CaseView }) {
  const { side } = useSession();
  if (move === undefined) return <RoleAct type="MoveMilestone" roles={BOTH} seen={seen} fixed={{ milestone: id }} />;
  return (
    <>
      <span className="quiet">
        {dayText(move.due)} asked for by the {move.by}: {move.reason}
      </span>
      {move.by !== side && (
        <RoleAct
          type="AnswerMilestoneMove"
          label="Answer the other day"
          roles={BOTH}
          seen={seen}
          fixed={{ milestone: id, due: move.due }}
        />
      )}
    </>
  );
}

const FIRST_DAY: Record<FirstDay['status'], { is: StateName; word: string }> = {
  expected: { is: 'open', word: 'Expected' },
  announced: { is: 'waiting', word: 'Waits for confirmation' },
  confirmed: { is: 'met', word: 'Confirmed' },
};

/** First days at work, announced by the vendor and confirmed by the client. */
export function FirstDays({ seen }: { seen: CaseView }) {
  if (seen.firstDays.length === 0) return null;
  return (
    <Section title="First days">
      {seen.firstDays.map((one) => (
        <div key={one.person} className="row fact-row">
          <div>
            <b>{nameOf(seen.names, one.person)}</b>
            <div className="quiet">
              due {dayText(one.due)} · confirmed by {nameOf(seen.names, one.manager)}
              {one.announced !== undefined && ` · announced for ${dayText(one.announced.day)}`}
              {one.confirmed !== undefined && ` · was there on ${dayText(one.confirmed.day)}`}
            </div>
            {one.refused !== undefined && one.status === 'expected' && (
              <div>
                Not on {dayText(one.refused.day)}: {one.refused.reason}
              </div>
            )}
          </div>
          <State
            {...(one.lateSince !== undefined && one.status !== 'confirmed' ? { is: 'late' } : FIRST_DAY[one.status])}
          />
          <Group gap="xs" justify="flex-end">
            {one.status === 'expected' && (
              <RoleAct type="AnnounceFirstDay" roles={VENDOR} seen={seen} fixed={{ person: one.person }} />
            )}
            {one.status === 'announced' && one.announced !== undefined && (
              <RoleAct
                type="AnswerFirstDay"
                roles={['engineering-manager', 'in-house-engineer']}
                seen={seen}
                fixed={{ person: one.person, day: one.announced.day }}
              />
            )}
          </Group>
        </div>
      ))}
    </Section>
  );
}
