import { Accordion, Group, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../contract/caseView.js';
import type { ControlView } from '../../../contract/parts.js';
import { caseQuery, isWhole } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { ActButton } from '../../form/ActForm.js';
import { Go } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Section } from '../../kit/Page.js';
import { State, type StateName } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf, plain, roleName } from '../../kit/words.js';

const stateOf = ({ status, due }: ControlView, now: string): StateName =>
  status === 'open' && due !== undefined && due < now ? 'late' : status;

/** Every control of the plan by stage: its status, what is missing, who has the next move. */
export function Controls() {
  const { caseId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(caseQuery(caseId));
  if (!isWhole(data)) return null;
  const stages = [...new Set(data.controls.map(({ stage }) => stage))];
  return (
    <Stack gap="xl">
      {stages.map((stage) => {
        const controls = data.controls.filter((one) => one.stage === stage && one.status !== 'not-applicable');
        const met = controls.filter(({ status }) => status === 'met' || status === 'waived').length;
        if (controls.length === 0) return null;
        return (
          <Section
            key={stage}
            title={plain(stage)}
            aside={
              <span className="quiet">
                {met} of {controls.length} met
              </span>
            }
          >
            <Accordion variant="default" chevronPosition="left" multiple>
              {controls.map((control) => (
                <Accordion.Item key={control.key} value={control.key} id={control.key}>
                  <Accordion.Control>
                    <Group justify="space-between" gap="sm" wrap="nowrap">
                      <span>
                        {control.title}
                        {control.person !== undefined && `: ${nameOf(data.names, control.person)}`}{' '}
                        <span className="quiet">{control.id}</span>
                      </span>
                      <State is={stateOf(control, data.asOf)} />
                    </Group>
                  </Accordion.Control>
                  <Accordion.Panel>
                    <One control={control} seen={data} />
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          </Section>
        );
      })}
      <Inapplicable controls={data.controls} />
    </Stack>
  );
}

function One({ control, seen }: { control: ControlView; seen: CaseView }) {
  const { roles } = useSession();
  const form = `/cases/${seen.caseId}/form/${control.id}${control.person === undefined ? '' : `?person=${encodeURIComponent(control.person)}`}`;
  const asker = roles.find((role) => role !== 'engineer' && role !== 'compliance' && role !== 'operator');
  return (
    <Stack gap="sm">
      {control.missing.length > 0 && (
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {control.missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <dl className="facts">
        {control.turn !== undefined && <Fact name="Next move" value={roleName(control.turn)} />}
        {control.due !== undefined && <Fact name="Due" value={<When at={control.due} zone={seen.zone} />} />}
        {control.waitsBehind.length > 0 && (
          <Fact name="Waits behind" value={control.waitsBehind.map(plain).join(', ')} />
        )}
        {control.evidence !== undefined && (
          <Fact
            name="Evidence"
            value={
              <>
                {nameOf(seen.names, control.evidence.by)}, <When at={control.evidence.at} zone={seen.zone} />, number{' '}
                {control.evidence.seq}
              </>
            }
          />
        )}
        {control.until !== undefined && (
          <Fact name="Holds until" value={<When at={control.until} zone={seen.zone} />} />
        )}
        {control.waiver !== undefined && (
          <Fact
            name="Waived"
            value={
              <>
                by {nameOf(seen.names, control.waiver.by)} until <When at={control.waiver.until} zone={seen.zone} />.{' '}
                {control.waiver.reason}
              </>
            }
          />
        )}
        <Fact name="Binds" value={control.binds} />
        <Fact name="Applies because" value={control.why} />
      </dl>
      <Group gap="sm">
        <Go to={form}>Open the form</Go>
        {control.status !== 'met' && !control.locked && asker !== undefined && seen.status === 'open' && (
          <ActButton
            type="RequestWaiver"
            label="Request a waiver"
            fixed={{ control: control.id, ...(control.person !== undefined && { person: control.person }) }}
            known={knownOf(seen, asker)}
          />
        )}
      </Group>
    </Stack>
  );
}

const Fact = ({ name, value }: { name: string; value: React.ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

function Inapplicable({ controls }: { controls: ControlView[] }) {
  const none = controls.filter(({ status }) => status === 'not-applicable');
  if (none.length === 0) return null;
  return (
    <details>
      <summary>{none.length} controls do not apply</summary>
      <dl className="facts" style={{ marginTop: 8 }}>
        {none.map(({ key, title, why }) => (
          <Fact key={key} name={title} value={why} />
        ))}
      </dl>
    </details>
  );
}
