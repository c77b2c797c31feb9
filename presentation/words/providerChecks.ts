import { own } from '../../domain/record.js';

/** A finding of a look at a provider: a code, with values for its wording. */
type Finding = { code: string; ok: boolean; values?: Record<string, string | number> };

/** What a code says when it is so, and what when it is not; `{name}` is one of its values. */
type Words = { ok: string; not: string };

const CLOCK = { ok: 'Its clock goes with ours.', not: 'Its clock and ours differ by more than 30 seconds.' };

/** The words of every code, by provider. */
export const PROVIDER_CHECK_WORDS: Record<string, Record<string, Words>> = {
  github: {
    reachable: { ok: 'GitHub answers.', not: 'GitHub does not answer at GITHUB_API_URL.' },
    token: { ok: 'GitHub takes the token.', not: 'GitHub does not take GITHUB_TOKEN.' },
    scopes: {
      ok: 'The token has the scopes that it needs.',
      not: 'The token needs the scopes repo and read:org; it has: {scopes}.',
    },
    app: {
      ok: 'GitHub takes the App {app}, as installation {installation} on {account}.',
      not: 'GitHub does not take GITHUB_APP_ID with its key, or the App is not installed, or more than once (GITHUB_APP_INSTALLATION_ID).',
    },
    permissions: {
      ok: 'The App has the permissions that it needs.',
      not: 'The App lacks {missing}.',
    },
    leftBehind: {
      ok: 'The App sees what people leave behind.',
      not: 'The App does not see all that people leave behind; it lacks {missing}.',
    },
    clock: CLOCK,
    administration: {
      ok: '{administered} of the first {seen} repositories that can be seen are administered.',
      not: 'No repository is administered, so that nothing can be opened or closed.',
    },
    teams: {
      ok: 'The teams of {of} organisations can be seen.',
      not: 'The teams of only {seen} of {of} organisations can be seen; access by the others stays hidden.',
    },
    organisation: {
      ok: 'What every member may do can be seen in {of} organisations.',
      not: 'What every member may do can be seen in only {seen} of {of} organisations.',
    },
  },
  postgres: {
    reachable: { ok: 'The database answers.', not: 'The database does not answer at POSTGRES_ACCESS_URL.' },
    role: {
      ok: 'The database lets Drawbridge’s role in.',
      not: 'The database does not let the role of POSTGRES_ACCESS_URL in.',
    },
    grants: {
      ok: 'The role can give rights on {grantable} of {relations} tables and views, and on {owned} take what others gave.',
      not: 'The role can give rights on none of {relations} tables and views.',
    },
    roles: {
      ok: 'The role may change roles; from version 16 on the {administered} that it administers.',
      not: 'The role may not change roles: LOGIN and VALID UNTIL stay as they are (createrole).',
    },
    sessions: {
      ok: 'The role may end open sessions.',
      not: 'The role may not end open sessions, so that closing waits for people to leave (pg_signal_backend).',
    },
    marker: {
      ok: 'What Drawbridge gave is written down in the database.',
      not: 'The role can neither write nor make the table drawbridge.grants.',
    },
    clock: CLOCK,
    passwordsOnly: {
      ok: 'Only passwords lapse by themselves; whoever signs in by certificate, LDAP or Kerberos is put out by Drawbridge.',
      not: 'Passwords do not lapse by themselves.',
    },
    viewsUnseen: {
      ok: 'Whoever reads a table through a view or a function of its owner is not on the list of that table.',
      not: 'Views cannot be told from tables.',
    },
  },
  scim: {
    reachable: { ok: 'The directory answers.', not: 'The directory does not answer at SCIM_URL.' },
    token: { ok: 'The directory takes the token.', not: 'The directory does not take SCIM_TOKEN.' },
    patch: {
      ok: 'The directory changes single members of a group.',
      not: 'The directory does not say that it changes single members of a group (PATCH).',
    },
    filter: {
      ok: 'The directory finds people and groups by name.',
      not: 'The directory does not say that it finds people and groups by name (filter).',
    },
    users: { ok: 'The token may read users.', not: 'The token may not read users.' },
    groups: { ok: 'The token may read groups.', not: 'The token may not read groups.' },
    noEnd: {
      ok: 'A membership has no end of its own: nothing closes while Drawbridge is down.',
      not: 'Memberships may end by themselves.',
    },
  },
};

/** A finding in one sentence; a code without words as it is. */
export function providerCheckText(provider: string, { code, ok, values = {} }: Finding): string {
  const words = own(own(PROVIDER_CHECK_WORDS, provider) ?? {}, code);
  if (words === undefined) return code;
  return (ok ? words.ok : words.not).replace(/\{(\w+)\}/g, (_, name: string) => String(own(values, name) ?? '–'));
}
