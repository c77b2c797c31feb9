import type { PolicyPage } from '../../../contract/policyPage.js';
import { givenText } from './givenText.js';

/** One thing in which two policies differ; a side that has nothing there is left out. */
export type Difference = { part: string; where: string; before?: string; after?: string };

type Said = Map<string, { part: string; where: string; text: string }>;

type Control = PolicyPage['controls'][number];
type Stage = PolicyPage['stages'][number];

const listed = (items: readonly string[]): string => (items.length === 0 ? 'nobody' : items.join(', '));

/** Who decides a gate, such as "legal and 2 × privacy". */
export const decidersText = ({ deciders }: Pick<Stage, 'deciders'>): string =>
  deciders.length === 0
    ? 'nobody: it opens by itself'
    : deciders.map(({ role, quorum }) => (quorum === 1 ? role : `${quorum} × ${role}`)).join(' and ');

const stageParts = ({ after, decideWithinHours, escalateTo, notBeforeDay, ...stage }: Stage): [string, string][] => [
  ['comes after', after.length === 0 ? 'nothing' : after.join(', ')],
  ['decided by', decidersText(stage)],
  ['business hours to decide', String(decideWithinHours)],
  ['escalates to', escalateTo],
  ...(notBeforeDay === undefined ? [] : [['not before day', String(notBeforeDay)] satisfies [string, string]]),
];

/** A control in one line, for one that is only in one of two policies. */
const wholeText = (control: Control): string => `${control.binds}; supplied by ${control.owner}`;

const controlParts = (control: Control): [string, string][] => [
  ['how it binds', control.binds],
  ['stage', control.stage],
  ['supplied by', control.owner],
  ['waits for the gates of', control.behind.length === 0 ? 'nothing' : control.behind.join(', ')],
  ['alternatives', control.path ?? 'none'],
  ['waived by', listed(control.waivableBy)],
  ['longest waiver (days)', control.waivableBy.length === 0 ? '–' : String(control.waiverMaxDays)],
  ['when it lapses', control.lapse],
  ['applies where', control.when ?? 'always'],
  ...control.figures.map(({ name, text }): [string, string] => [`number ${name}`, text]),
];

function said(page: PolicyPage, both: Set<string>): Said {
  const all: Said = new Map();
  const say = (part: string, where: string, key: string, text: string) =>
    all.set(`${part}/${where}/${key}`, { part, where: key === '' ? where : `${where}: ${key}`, text });
  for (const stage of page.stages) for (const [key, text] of stageParts(stage)) say('Gates', stage.id, key, text);
  for (const control of page.controls) {
    const where = `${control.id} ${control.title}`;
    if (!both.has(control.id)) say('Controls', where, '', wholeText(control));
    else for (const [key, text] of controlParts(control)) say('Controls', where, key, text);
  }
  for (const { name, text } of page.figures) say('Numbers', name, '', text);
  for (const { name, gives, maxDays } of page.profiles)
    say('Access profiles', name, '', `${givenText(gives)}; ${maxDays} days at most`);
  say('Reminders', 'business hours around the due time', '', page.reminders.join(', '));
  say('Signatories of the client', 'roles', '', listed(page.clientSignatories));
  say('Escalation', 'waivers, remedies, clearances', '', page.escalateTo);
  return all;
}

/** In what two policies differ, part by part; a control that is only in one is told as a whole. */
export function differenceOf(before: PolicyPage, after: PolicyPage): Difference[] {
  const ids = new Set(before.controls.map(({ id }) => id));
  const both = new Set(after.controls.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
  const [was, is] = [said(before, both), said(after, both)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): Difference[] => {
    const [a, b] = [was.get(key), is.get(key)];
    const one = a ?? b;
    if (one === undefined || a?.text === b?.text) return [];
    const { part, where } = one;
    return [{ part, where, ...(a && { before: a.text }), ...(b && { after: b.text }) }];
  });
}
