import { fromRef } from '../domain/access/resources.js';
import type { Servers } from './ground.js';
import { joinersOf } from './joiners.js';
import type { Loaded } from './load.js';
import type { WorldAct } from './schema.js';
import type { Stage } from './servers.js';

type World = Pick<Servers, 'github' | 'mailbox'>;

/** The world as it is before a case: good weather, names known at the provider, nobody on the repositories. */
export async function clearWorld({ github, mailbox }: World, { caseFile, steps }: Loaded): Promise<void> {
  github.setFault({ kind: 'none' });
  await mailbox.setFault('none');
  mailbox.clearAddresses();
  const accounts = [...caseFile.engineers, ...joinersOf(steps)].flatMap((e) => e.account ?? []);
  await github.addUsers(...accounts);
  const places = caseFile.resources.flatMap(({ provider, id }) => (provider === 'github' ? [id] : []));
  await github.addRepositories(...places);
  for (const id of places) for (const { login } of await github.collaborators(id)) await github.removeByHand(id, login);
}

/** Does what nobody asked for: kills a worker, takes servers away or brings them back, acts at the provider by hand. */
export async function changeWorld(
  { github, mailbox }: World,
  stage: Pick<Stage, 'killWorker'>,
  act: WorldAct,
): Promise<void> {
  if ('kill-worker' in act) await stage.killWorker();
  else if ('mail-server' in act) await mailbox.setFault(act['mail-server'] === 'up' ? 'none' : act['mail-server']);
  else if ('mail-address' in act) mailbox.setAddress(act['mail-address'].address, act['mail-address'].says);
  else if ('github' in act) github.setFault(GITHUB[act.github]);
  else if ('add-at-provider' in act) {
    const { resource, account, permission } = act['add-at-provider'];
    await github.addUsers(account);
    await github.addByHand(fromRef(resource).id, account, permission);
  } else {
    const { resource, account } = act['remove-at-provider'];
    await github.removeByHand(fromRef(resource).id, account);
  }
}

const GITHUB = {
  up: { kind: 'none' },
  down: { kind: 'down' },
  'drops-every-fifth-delete': { kind: 'dropDelete', drop: (n: number) => n % 5 === 1 },
} as const;
