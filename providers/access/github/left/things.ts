import type { LeftBehind } from '../../port.js';
import { unlessRefused } from '../found.js';
import {
  environmentsAnswer,
  forksAnswer,
  hooksAnswer,
  installationsAnswer,
  keysAnswer,
  runnersAnswer,
} from './answers.js';
import { dated, type Look, type Part, readList, UNSEEN } from './part.js';
import { accountOf } from './people.js';

/** Deploy keys; whose one is, GitHub says of those alone that were added since it keeps it. */
export async function readKeys(look: Look): Promise<Part> {
  const keys = await readList(look, '/keys', keysAnswer);
  if (keys === undefined) return UNSEEN;
  const found: LeftBehind[] = [];
  for (const { id, title, created_at, added_by } of keys) {
    const by = added_by ? await look.people.named(added_by) : undefined;
    found.push({ kind: 'deploy-key', id: String(id), what: title, ...dated(created_at), ...(by && { by }) });
  }
  return { found, whole: true };
}

/** Hooks, by the host that they call. One that was there before may have been turned elsewhere: its last change counts. */
export async function readHooks(look: Look): Promise<Part> {
  const hooks = await readList(look, '/hooks', hooksAnswer);
  if (hooks === undefined) return UNSEEN;
  const found = hooks.map(
    ({ id, name, config, updated_at }): LeftBehind => ({
      kind: 'webhook',
      id: String(id),
      what: hostOf(config.url) ?? name,
      ...dated(updated_at),
    }),
  );
  return { found, whole: true };
}

/* What stands beside the host is often a secret: names, passwords, paths that are tokens. */
const hostOf = (url: string | null | undefined): string | undefined =>
  (url && URL.canParse(url) ? new URL(url).host : '') || undefined;

/** Self-hosted runners of the repository itself; GitHub dates and ascribes none. */
export async function readRunners(look: Look): Promise<Part> {
  const runners = await readList(look, '/actions/runners', runnersAnswer);
  if (runners === undefined) return UNSEEN;
  return { found: runners.map(({ id, name }) => ({ kind: 'runner', id: String(id), what: name })), whole: true };
}

/** Copies of a private repository. A public one anybody may copy, and a copy of it says nothing. */
export async function readForks(look: Look): Promise<Part> {
  const { private: isPrivate, forks: counted } = look.repository;
  if (!isPrivate) return { found: [], whole: true };
  const forks = await readList(look, '/forks', forksAnswer);
  if (forks === undefined) return UNSEEN;
  const found = forks.map(
    ({ id, full_name, owner, created_at }): LeftBehind => ({
      kind: 'fork',
      id: String(id),
      what: full_name,
      ...dated(created_at),
      ...(owner.type === 'User' && { by: accountOf(owner) }),
    }),
  );
  /* Copies that the token may not see are left out of the list without a word; they are counted. */
  return { found, whole: counted !== undefined && counted <= found.length };
}

/** Apps of the organisation; to which of its repositories one comes is shown to nobody but that App. */
export async function readApps({ requests, repository }: Look): Promise<Part> {
  const { owner } = repository;
  if (!owner.isOrganisation) return UNSEEN;
  const apps = await unlessRefused(() =>
    requests.findAll('GET /orgs/{org}/installations', { org: owner.login }, installationsAnswer),
  );
  if (apps === undefined || apps === 'refused') return UNSEEN;
  const found = apps.map(
    ({ id, app_slug, updated_at }): LeftBehind => ({
      kind: 'app',
      id: String(id),
      what: app_slug,
      ...dated(updated_at),
    }),
  );
  return { found, whole: true };
}

/** Who lets deployments pass; since when, GitHub does not say. */
export async function readReviewers(look: Look): Promise<Part> {
  const environments = await readList(look, '/environments', environmentsAnswer);
  if (environments === undefined) return UNSEEN;
  const found = environments.flatMap(({ id, name, protection_rules }) =>
    (protection_rules ?? [])
      .flatMap(({ reviewers = [] }) => reviewers)
      .map(({ type, reviewer }): LeftBehind => {
        const one = { kind: 'environment-reviewer', id: `${id}:${type}:${reviewer.id}` } as const;
        if (type === 'User') return { ...one, what: name, by: accountOf(reviewer) };
        return { ...one, what: `${name}: ${reviewer.name}` };
      }),
  );
  return { found, whole: true };
}
