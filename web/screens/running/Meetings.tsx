import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Empty, Section } from '../../kit/Page.js';
import { State, type StateName } from '../../kit/State.js';
import { dayText } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { roleName } from '../../kit/words.js';
import { TEAM, VENDOR } from './roles.js';

type Meeting = CaseView['meetings'][number];

const STATES: Record<string, { is: StateName; word: string }> = {
  due: { is: 'open', word: 'Due' },
  held: { is: 'met', word: 'Held' },
  missed: { is: 'late', word: 'Missed' },
};

const byDay = (a: Meeting, b: Meeting): number => b.day.localeCompare(a.day);

/** The meetings of the cadence: those that are due, and what became of the others. */
export function Meetings({ seen }: { seen: CaseView }) {
  const due = seen.meetings.filter(({ status }) => status === 'due').sort((a, b) => byDay(b, a));
  const past = seen.meetings.filter(({ status }) => status !== 'due').sort(byDay);
  return (
    <Section title="Meetings" aside={<Attendance seen={seen} />}>
      {seen.meetings.length === 0 && (
        <Empty title="No meetings yet.">They start once the working agreement is open.</Empty>
      )}
      {due.map((meeting) => (
        <Row key={`${meeting.id} ${meeting.day}`} meeting={meeting} seen={seen} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{past.length} before</summary>
          {past.map((meeting) => (
            <Row key={`${meeting.id} ${meeting.day}`} meeting={meeting} seen={seen} />
          ))}
        </details>
      )}
    </Section>
  );
}

const titleOf = (seen: CaseView, id: string): string => seen.controls.find((one) => one.id === id)?.title ?? id;

function Attendance({ seen }: { seen: CaseView }) {
  const all = Object.values(seen.attendance);
  const held = all.reduce((sum, one) => sum + one.held, 0);
  const missed = all.reduce((sum, one) => sum + one.missed, 0);
  if (held + missed === 0) return null;
  return (
    <span className="quiet">
      {held} held, {missed} missed
    </span>
  );
}

function Row({ meeting, seen }: { meeting: Meeting; seen: CaseView }) {
  const { id, day, due, missesAt, status, owner, side, disputed } = meeting;
  const late = status === 'due' && due < seen.asOf;
  return (
    <div className="row fact-row">
      <div>
        <b>{titleOf(seen, id)}</b>, {dayText(day)}
        <div className="quiet">
          {roleName(owner)} holds it
          {status === 'due' && (
            <>
              {' · counts as missed from '}
              <When at={missesAt} zone={seen.zone} />
            </>
          )}
          {status === 'missed' && ` · a miss of the ${side}`}
        </div>
      </div>
      <span>
        {late ? <State is="late" /> : <State {...(STATES[status] ?? { is: 'waiting', word: status })} />}
        {disputed !== undefined && <State is="waiting" word="Disputed" />}
      </span>
      <Group gap="xs" justify="flex-end">
        {status === 'due' && <RoleAct type="RecordMeeting" roles={TEAM} seen={seen} fixed={{ meeting: id, day }} />}
        {status === 'missed' && disputed === undefined && (
          <RoleAct
            type="RaiseDispute"
            label="Dispute"
            roles={VENDOR}
            seen={seen}
            fixed={{ about: 'meeting', of: id, when: day }}
          />
        )}
      </Group>
    </div>
  );
}
