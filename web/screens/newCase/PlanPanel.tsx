import { Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CheckedCase } from '../../../contract/caseFile.js';
import { Go } from '../../kit/Go.js';
import { dayText } from '../../kit/times.js';
import { counted, listed, plain, roleName } from '../../kit/words.js';

/** What the case would be: the model, what to look at, who decides, what applies and why. */
export function PlanPanel({ checked, behind }: { checked: CheckedCase; behind: boolean }) {
  return (
    <Stack gap="md" aria-busy={behind}>
      <Model {...checked} />
      <Warnings {...checked} />
      <Gates {...checked} />
      <Controls {...checked} />
      <div className="quiet">
        {behind && 'What you typed last is being checked. '}
        {checked.assumed.length > 0 &&
          `${counted(checked.assumed.length, 'field')} not answered yet: the plan grows with the answers. `}
        Policy {checked.policy.name} {checked.policy.version}. Nothing is recorded until the case is opened.
      </div>
    </Stack>
  );
}

function Model({ model: { wanted, recommended, reasons }, assumed }: CheckedCase) {
  if (assumed.includes('model'))
    return (
      <div>
        Recommended so far: <b>{plain(recommended)}</b>
      </div>
    );
  return (
    <details>
      <summary>
        <b>{plain(wanted)}</b>
        {wanted === recommended ? ', as recommended' : `; the policy recommends ${plain(recommended).toLowerCase()}`}
      </summary>
      <ul className="close">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}

function Warnings({ warnings, vendorKnown }: CheckedCase) {
  if (warnings.length === 0 && vendorKnown === undefined) return null;
  return (
    <section aria-label="Warnings">
      {vendorKnown !== undefined && (
        <Warning>
          <Go to={`/vendors/${encodeURIComponent(vendorKnown.vendor)}`}>{vendorKnown.vendor}</Go> has{' '}
          {counted(vendorKnown.cases, 'case')} already.
        </Warning>
      )}
      {warnings.map((one) => (
        <Warning key={one}>{one}</Warning>
      ))}
    </section>
  );
}

const Warning = ({ children }: { children: React.ReactNode }) => (
  <Group gap={6} wrap="nowrap" align="flex-start">
    <IconAlertTriangle size={16} aria-label="Warning" style={{ color: 'var(--late)', flex: 'none', marginTop: 2 }} />
    <span>{children}</span>
  </Group>
);

function Gates({ gates }: CheckedCase) {
  return (
    <section>
      <h3>Who decides</h3>
      <ol className="gates">
        {gates.map(({ stage, rule, people, hours, escalatesTo, notBefore }) => (
          <li key={stage}>
            <b>{plain(stage)}</b>
            {rule === '' ? (
              <span className="quiet"> opens by itself</span>
            ) : (
              <>
                {' '}
                {people.length > 0 ? listed([...new Set(people)]) : listed(rule.split(' and ').map(ruleText))}
                <div className="quiet">
                  within {hours} business hours, then {roleName(escalatesTo).toLowerCase()}
                  {notBefore !== undefined && `; not before ${dayText(notBefore)}`}
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `2 × legal` as a person reads it. */
const ruleText = (rule: string): string => rule.replace(/[a-z-]+$/, (role) => roleName(role));

function Controls({ duties, notApplying }: CheckedCase) {
  const fresh = useFresh(duties.map(({ control }) => control));
  const dated = duties.filter(({ due }) => due !== undefined).sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const rest = duties.filter(({ due }) => due === undefined);
  return (
    <section>
      <h3>
        What applies <span className="quiet">{counted(duties.length, 'control')}</span>
      </h3>
      <ul className="duties">
        {[...rest, ...dated].map(({ control, title, role, people, why, due, gate, advice }) => (
          <li key={control} className={fresh.has(control) ? 'changed' : undefined}>
            <details>
              <summary>
                {title} <span className="quiet">{control}</span>
              </summary>
              <div>{why}</div>
            </details>
            <div className="quiet">
              {people.length > 0 ? listed([...new Set(people)]) : roleName(role)},{' '}
              {advice ? 'advice' : due !== undefined ? `by ${dayText(due)}` : `for ${plain(gate ?? '').toLowerCase()}`}
            </div>
          </li>
        ))}
      </ul>
      {notApplying.length > 0 && (
        <details>
          <summary className="quiet">{counted(notApplying.length, 'control')} would not apply</summary>
          <ul className="close">
            {notApplying.map(({ control, title, why }) => (
              <li key={control}>
                {title}: <span className="quiet">{why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What has come since the last look; at first, nothing has. */
function useFresh(ids: string[]): Set<string> {
  const before = useRef<string[]>(undefined);
  const last = useRef<string[]>(undefined);
  const text = ids.join(' ');
  useEffect(() => {
    before.current = last.current;
    last.current = text.split(' ');
  }, [text]);
  const known = last.current?.join(' ') === text ? before.current : last.current;
  return new Set(known === undefined ? [] : ids.filter((id) => !known.includes(id)));
}
