import { Group, Stack } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import { STEP_WORDS } from '../../../presentation/words/names.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf, plain } from '../../kit/words.js';
import { minutesText, shareGone, timeLeft } from './timeLeft.js';

type View = CaseView['incidents'][number];
type Props = { incident: View; seen: CaseView };

const KEEPERS = ['security', 'privacy', 'legal'];
/** Who records the vendor’s steps beside the vendor’s contact. */
const WITH_VENDOR = ['vendor-contact', 'security', 'privacy'];
/** What the vendor does itself; all else is the client's. */
const OF_VENDOR = ['contain', 'notify-client'];

const CLOCKS: Record<string, string> = {
  'vendor-notice': 'The vendor tells the client',
  'controller-notice': 'The client tells its controller (GDPR Art. 33(2))',
  'authority-notice': 'The client notifies the authority (GDPR Art. 33(1))',
};

const stepName = (step: string): string => new Map<string, string>(Object.entries(STEP_WORDS)).get(step) ?? plain(step);

/** One incident: its clocks, then its steps, each with who does it. */
export function Incident({ incident, seen }: Props) {
  const { id, drill, what, personalData, closedAt, reportedBy, reportedAt } = incident;
  return (
    <Section
      title={`${drill ? 'Drill: ' : ''}${plain(what)}`}
      aside={
        closedAt === undefined ? (
          <State is="open" word="Open" />
        ) : (
          <span>
            <State is="met" word="Closed" /> <When at={closedAt} zone={seen.zone} />
          </span>
        )
      }
    >
      <Stack gap="md" id={id}>
        <div className="quiet">
          {id} · {personalData ? 'personal data' : 'no personal data'} · reported by {nameOf(seen.names, reportedBy)},{' '}
          <When at={reportedAt} zone={seen.zone} />
        </div>
        <Awareness incident={incident} seen={seen} />
        <Clocks incident={incident} seen={seen} />
        <Steps incident={incident} seen={seen} />
        {closedAt === undefined && (
          <Group gap="sm">
            <RoleAct
              type="AmendIncident"
              roles={[...KEEPERS, 'procurement', 'vendor-contact']}
              seen={seen}
              fixed={{ incident: id }}
            />
            {incident.steps.every(({ done }) => done) && (
              <RoleAct type="CloseIncident" roles={KEEPERS} seen={seen} fixed={{ incident: id }} variant="filled" />
            )}
          </Group>
        )}
      </Stack>
    </Section>
  );
}

function Awareness({ incident: { vendorAwareAt, clientAwareAt, disputed = [] }, seen }: Props) {
  const row = (who: 'vendor' | 'client', name: string, at: string) => (
    <>
      <dt>{name} knows since</dt>
      <dd>
        <When at={at} zone={seen.zone} />
        {disputed.includes(who) && <State is="late" word="The other side says otherwise; the earlier counts" />}
      </dd>
    </>
  );
  return (
    <dl className="facts">
      {row('vendor', seen.vendor.name, vendorAwareAt)}
      {row('client', seen.client.name, clientAwareAt)}
    </dl>
  );
}

function Clocks({ incident: { clocks }, seen }: Props) {
  if (clocks.length === 0) return null;
  return (
    <div>
      {clocks.map(({ clock, from, due, stoppedAt, late }) => (
        <div key={clock} className="row fact-row">
          <div>
            {CLOCKS[clock] ?? plain(clock)}
            <div className="track" aria-hidden style={{ height: 6, marginTop: 4 }}>
              <div
                className="bar-part"
                style={{
                  left: 0,
                  top: 0,
                  bottom: 0,
                  width: `${shareGone(from, due, stoppedAt ?? seen.asOf) * 100}%`,
                  background: late ? 'var(--late)' : stoppedAt === undefined ? 'var(--open)' : 'var(--met)',
                }}
              />
            </div>
          </div>
          <span>
            {stoppedAt !== undefined ? (
              <State is={late ? 'late' : 'met'} word={late ? 'Done too late' : 'Done in time'} />
            ) : (
              <State is={late || due < seen.asOf ? 'late' : 'open'} word={timeLeft(due, seen.asOf)} />
            )}
          </span>
          <span className="quiet">
            {stoppedAt === undefined ? 'by ' : 'done '}
            <When at={stoppedAt ?? due} zone={seen.zone} />
          </span>
        </div>
      ))}
    </div>
  );
}

function Steps({ incident, seen }: Props) {
  return (
    <ol className="story">
      {incident.steps.map(({ step, done, at, by, minutes, lateMinutes, grounded, items = [] }) => (
        <li key={step} className="row fact-row">
          <div>
            {stepName(step)}
            {by !== undefined && at !== undefined && (
              <div className="quiet">
                {nameOf(seen.names, by)}, <When at={at} zone={seen.zone} />
                {minutes !== undefined && ` · ${minutesText(minutes)} after it was known`}
              </div>
            )}
            {items.length > 0 && <div className="quiet">Told so far: {items.map(plain).join(', ')}</div>}
          </div>
          <span>
            {done ? (
              <State is="met" word={grounded ? 'Not needed, with grounds' : 'Done'} />
            ) : (
              <State is="open" word={at === undefined ? 'To do' : 'In part'} />
            )}
            {lateMinutes !== undefined && <State is="late" word={`${minutesText(lateMinutes)} late`} />}
          </span>
          <Group gap="xs" justify="flex-end">
            {!done && incident.closedAt === undefined && (
              <RoleAct
                type="RecordIncidentStep"
                label="Record"
                roles={OF_VENDOR.includes(step) ? WITH_VENDOR : KEEPERS}
                seen={seen}
                fixed={{ incident: incident.id, step }}
              />
            )}
          </Group>
        </li>
      ))}
    </ol>
  );
}
