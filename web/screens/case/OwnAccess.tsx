import { Stack } from '@mantine/core';
import type { EngineerView } from '../../../contract/caseView.js';
import { placeText } from '../../../presentation/words/places.js';
import { ActButton } from '../../form/ActForm.js';
import { Go } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { plain } from '../../kit/words.js';

/** What an engineer sees of the case: what is asked of them, and their own access with what it waits for. */
export function OwnAccess({ seen }: { seen: EngineerView }) {
  const held = seen.leases.filter(({ want, seen: found }) => want === 'present' || found === 'present');
  const waiting = seen.you.needs.filter(({ resource }) => !held.some((lease) => lease.resource === resource));
  return (
    <Stack gap="xl">
      <Section title="What we need from you">
        {seen.tasks.length === 0 ? (
          <Empty title="Nothing at the moment." />
        ) : (
          seen.tasks.map((task) => (
            <Go key={task.id} to={`/tasks/${seen.caseId}/${encodeURIComponent(task.id)}`} className="row work-row">
              <span>{task.title}</span>
              <span>{task.due !== undefined && <When at={task.due} zone={seen.zone} />}</span>
            </Go>
          ))
        )}
      </Section>
      <Section
        title="Your access"
        aside={
          <ActButton
            type="CorrectPerson"
            label="Correct my details"
            fixed={{ person: seen.you.person }}
            known={knownOf(seen, 'engineer')}
          />
        }
      >
        {held.map((lease) => (
          <div key={lease.id} className="row work-row state-row">
            <span>
              {placeText(lease.resource)} <span className="quiet">({plain(lease.permission)})</span>
            </span>
            <State
              is={lease.seen === 'present' ? 'access' : 'waiting'}
              {...(lease.seen !== 'present' && { word: 'Being opened' })}
            />
          </div>
        ))}
        {waiting.map(({ resource, task }) => (
          <div key={resource} className="row work-row state-row">
            <span>
              {placeText(resource)} <span className="quiet">{task}</span>
            </span>
            <State is="waiting" word={waitsFor(seen)} />
          </div>
        ))}
      </Section>
    </Stack>
  );
}

/** The one thing that an engineer's access waits for, as far as it is theirs to see. */
function waitsFor({ you, tasks, papers }: EngineerView): string {
  if (you.suspended !== undefined) return 'Suspended';
  if (you.status === 'proposed') return 'Waits until the client has accepted you';
  if (papers.some(({ state, signers }) => state === 'sent' && signers.includes(you.person)))
    return 'Waits for your signature';
  return tasks.length > 0 ? 'Waits for your tasks above' : 'Waits for others; nothing to do for you';
}
