import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import { taskLink } from '../../presentation/letters/draft.js';
import { withNames } from '../../presentation/words/people.js';
import type { InRole } from '../../store/contract.js';
import type { ApiParts } from '../parts.js';
import { vendorGrants } from '../signIn/vendorGrants.js';
import { isVendorSide } from '../visibility.js';
import { dueWork } from './work.js';

/** Deadlines in one feed, the nearest; of a case of the vendor's side, of each. */
const DEADLINES_MAX = 200;
/** How long an entry is at least: a shorter one cannot be read in a calendar. */
const MINUTES_LEAST = 15;
/** How often a calendar is asked to look again, seconds. */
const LOOK_AGAIN_SECONDS = 3_600;

type Due = { caseId: string; taskId: string; title: string; vendor: string; openedAt: string; due?: string };
type Deadline = Due & { minutes: number };

/** As whom the deadlines of a feed are read at this moment: on the vendor's side once for each of their cases. */
async function readersOf({ store }: ApiParts, { personId, role }: InRole): Promise<InRole[]> {
  if (!isVendorSide(role)) return [{ personId, role }];
  const byCase = new Map<string, InRole>();
  for (const { role: part, caseId } of await vendorGrants(store, personId))
    if (caseId !== undefined && !byCase.has(caseId)) byCase.set(caseId, { personId, role: part, caseId });
  return [...byCase.values()];
}

/** What waits for somebody and when it is due, as a calendar (RFC 5545); undefined where they have no part any more. */
export async function calendarText(parts: ApiParts, whose: InRole): Promise<string | undefined> {
  const readers = await readersOf(parts, whose);
  if (readers.length === 0) return undefined;
  const deadlines = new Map<string, Deadline>();
  for (const reader of readers) {
    const { rows, names } = await dueWork(parts, reader, DEADLINES_MAX);
    for (const row of rows)
      deadlines.set(`${row.caseId}/${row.taskId}`, { ...row, title: withNames(row.title, names) });
  }
  return textOf([...deadlines.values()], parts.config.baseUrl);
}

function textOf(deadlines: Deadline[], baseUrl: string): string {
  const base = baseUrl.replace(/\/+$/, '');
  const calendar = ical({
    name: 'Drawbridge: my deadlines',
    prodId: { company: 'Drawbridge', product: 'Deadlines', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN_SECONDS,
  });
  for (const { caseId, taskId, title, vendor, openedAt, due = openedAt, minutes } of deadlines) {
    const link = taskLink(caseId, taskId);
    const end = new Date(due);
    calendar.createEvent({
      id: `${link}@drawbridge`,
      // The same bytes as long as nothing changes, so that a calendar need not read them again.
      stamp: new Date(openedAt),
      start: new Date(end.getTime() - Math.max(minutes, MINUTES_LEAST) * 60_000),
      end,
      summary: `${title} · ${vendor}`,
      description: `Do it here: ${base}/tasks/${link}`,
      url: `${base}/tasks/${link}`,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
