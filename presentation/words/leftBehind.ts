import type { LeftBehindKind, LeftItem, UnseenPart } from '../../domain/leftBehind/leftBehind.js';
import { isAsked, isStillThere, isToBeChecked } from '../../domain/leftBehind/standing.js';
import { own } from '../../domain/record.js';

/** What stays, by its kind, and where at the provider it is found by its number. */
export const LEFT_WORDS: Record<LeftBehindKind, { one: string; many: string; where: string }> = {
  'deploy-key': { one: 'deploy key', many: 'deploy keys', where: 'Settings, Deploy keys' },
  webhook: { one: 'webhook', many: 'webhooks', where: 'Settings, Webhooks' },
  runner: { one: 'self-hosted runner', many: 'self-hosted runners', where: 'Settings, Actions, Runners' },
  app: { one: 'app installation', many: 'app installations', where: 'the organisation’s settings, GitHub Apps' },
  fork: { one: 'fork', many: 'forks', where: 'Insights, Forks' },
  'branch-bypass': {
    one: 'bypass of a branch’s protection',
    many: 'bypasses of branch protection',
    where: 'Settings, Branches and Rules',
  },
  'environment-reviewer': {
    one: 'reviewer of an environment',
    many: 'reviewers of environments',
    where: 'Settings, Environments',
  },
  'owned-object': { one: 'object owned by the role', many: 'objects owned by the role', where: 'pg_shdepend' },
  'default-privilege': { one: 'default privilege', many: 'default privileges', where: 'pg_default_acl' },
  'passed-on-grant': { one: 'passed-on grant', many: 'passed-on grants', where: 'aclexplode, pg_auth_members' },
};

/* Beside the kinds. */
const MORE: Record<Exclude<UnseenPart, LeftBehindKind>, string> = {
  'other-databases': 'what stands in other databases',
  place: 'the place itself, which is no longer there or not shown',
  more: 'more than is listed',
  all: 'anything: every listing failed',
};

const WORDS = Object.entries(LEFT_WORDS);

/** Where at the provider each kind is found by its number. */
export const LEFT_WHERE: Record<string, string> = Object.fromEntries(WORDS.map(([kind, { where }]) => [kind, where]));

/** One thing by its kind. */
export const LEFT_ONE: Record<string, string> = Object.fromEntries(WORDS.map(([kind, { one }]) => [kind, one]));

/** What nobody could look at, by its code. */
export const LEFT_UNSEEN: Record<string, string> = {
  ...Object.fromEntries(WORDS.map(([kind, { many }]) => [kind, many])),
  ...MORE,
};

/** `runners, webhooks and forks`. */
export const unseenText = (parts: readonly string[]): string =>
  parts.map((part) => own(LEFT_UNSEEN, part) ?? part).join(', ');

/** `deploy key 4711`, of `deploy-key:4711`. */
export function leftText(key: string): string {
  const at = key.indexOf(':');
  return `${own(LEFT_ONE, key.slice(0, at)) ?? key.slice(0, at)} ${key.slice(at + 1)}`;
}

/** How far a thing is that stays: asked about, said to be removed, kept, gone. */
export function leftStateText(item: LeftItem): string {
  if (item.seen === 'gone') return item.answer?.is === 'removed' ? 'removed' : 'gone';
  if (isStillThere(item)) return 'said to be removed, still there';
  if (isAsked(item)) return 'to be answered';
  if (item.answer?.is === 'stays') return 'stays';
  return isToBeChecked(item) ? 'said to be removed, to be checked' : 'said to be removed, could not be checked';
}
