import { Group, Stack } from '@mantine/core';
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
  const { person } = seen.you;
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
          <Group gap="xs">
            {seen.you.status === 'accepted' && (
              <ActButton type="RequestAccess" fixed={{ person }} known={knownOf(seen, 'engineer')} />
            )}
            <ActButton
              type="CorrectPerson"
              label="Correct my details"
              fixed={{ person }}
              known={knownOf(seen, 'engineer')}
            />
          </Group>
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
        {seen.requests.map(({ resource, profile, askedBy, due }) => (
          <div key={`request ${resource}`} className="row work-row state-row">
            <span>
              {placeText(resource)} <span className="quiet">({plain(profile)}, requested)</span>
            </span>
            <Group gap="sm">
              <State is="waiting" word="Waits for its owner until" /> <When at={due} zone={seen.zone} />
              {askedBy === person && (
                <ActButton
                  type="WithdrawAccessRequest"
                  fixed={{ person, resource }}
                  known={knownOf(seen, 'engineer')}
                />
              )}
            </Group>
          </div>
        ))}
        {seen.decided.map(({ resource, profile, status, at, reason }) => (
          <div key={`decided ${resource}`} className="row work-row state-row">
            <span>
              {placeText(resource)} <span className="quiet">({plain(profile)}, requested)</span>
            </span>
            <span>
              <State
                is={status === 'approved' ? 'met' : 'refused'}
                word={status === 'approved' ? 'Request approved' : 'Request declined'}
              />{' '}
              <When at={at} zone={seen.zone} />
              {reason !== undefined && <div className="quiet">{reason}</div>}
            </span>
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
