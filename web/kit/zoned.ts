const DAY_MS = 86_400_000;
const LOCAL_LENGTH = 'YYYY-MM-DDTHH:MM'.length;

const partsIn = (zone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });

/** The wall clock of a zone at an instant, `2026-09-14T10:15`: as a field for date and time holds it. */
export const localIn = (at: string, zone: string): string =>
  partsIn(zone).format(new Date(at)).replace(' ', 'T').slice(0, LOCAL_LENGTH);

const offsetMs = (ms: number, zone: string): number =>
  Date.parse(`${localIn(new Date(ms).toISOString(), zone)}Z`) - Math.floor(ms / 60_000) * 60_000;

/**
 * The instant at which the clocks of a zone show a time, as a field for date and time holds it; undefined for what is no
 * time. Of one that comes twice, as clocks are set back, it is the later; of one that never comes, the same time by the
 * clocks of before.
 */
export function instantIn(local: string, zone: string): string | undefined {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return undefined;
  const [before, after] = [wall - DAY_MS, wall + DAY_MS].map((ms) => wall - offsetMs(ms, zone));
  const all = [after, before].flatMap((ms) => (ms === undefined ? [] : [new Date(ms).toISOString()]));
  return all.sort().findLast((at) => localIn(at, zone) === local.slice(0, LOCAL_LENGTH)) ?? all.at(-1);
}

/** An instant as the clocks of a zone show it, to the second; the zone is told beside it. */
export const stampIn = (at: string, zone: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone }).format(new Date(at));
