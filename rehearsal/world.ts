import type { Instant } from '../domain/time.js';
import { actAtGithub } from './githubActs.js';
import type { Servers } from './ground.js';
import { joinersOf } from './joiners.js';
import type { Loaded } from './load.js';
import type { Stage } from './servers.js';
import type { WorldAct } from './worldActs.js';

type World = Pick<Servers, 'github' | 'mailbox' | 'warehouse'>;

/** The world as it is before a case: good weather, names known at the provider, nobody on the repositories. */
export async function clearWorld(
  { github, mailbox, warehouse }: World,
  { caseFile, beside, steps }: Loaded,
): Promise<void> {
  github.setFault({ kind: 'none' });
  await mailbox.setFault('none');
  mailbox.clearAddresses();
  await github.forgetEverything();
  const files = beside === undefined ? [caseFile] : [caseFile, beside.caseFile];
  const people = [...files.flatMap(({ engineers }) => engineers), ...joinersOf(steps)];
  await github.addUsers(...people.flatMap((e) => e.accounts?.github ?? []));
  const placesAt = (wanted: string) => [
    ...new Set(files.flatMap(({ resources }) => resources.flatMap((r) => (r.provider === wanted ? [r.id] : [])))),
  ];
  await github.addRepositories(...placesAt('github'));
  await warehouse.prepare(
    placesAt('postgres'),
    people.flatMap((e) => e.accounts?.postgres ?? []),
  );
}

/** Does what nobody asked for: kills a worker, takes servers away or brings them back, acts at the provider by hand. */
export async function changeWorld(
  { github, mailbox }: Omit<World, 'warehouse'>,
  stage: Pick<Stage, 'killWorker'>,
  act: WorldAct,
  now: Instant,
): Promise<void> {
  if ('kill-worker' in act) await stage.killWorker();
  else if ('mail-server' in act) await mailbox.setFault(act['mail-server'] === 'up' ? 'none' : act['mail-server']);
  else if ('mail-address' in act) mailbox.setAddress(act['mail-address'].address, act['mail-address'].says);
  else await actAtGithub(github, act, now);
}
