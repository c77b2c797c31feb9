const DAY_MS = 86_400_000;
/** The zone of whoever reads. */
export const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const short = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const long = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** The time to tell others from: the machine's, or in a rehearsal the case's. */
let offsetMs = 0;
/** Who is told when the time is set. */
export const listeners = new Set<() => void>();

/** Sets how far the time of what is shown is ahead of the machine's, milliseconds. */
export function setClock(offset: number): void {
  if (Math.abs(offset - offsetMs) < 500) return;
  offsetMs = offset;
  for (const tell of listeners) tell();
}

export const now = (): number => Date.now() + offsetMs;

const dayOf = (ms: number): number => {
  const date = new Date(ms);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
};

/** True for what comes with a day that has not begun: to whoever reads it, it ends the day before. */
function endsDay(ms: number, from: number): boolean {
  const date = new Date(ms);
  return ms > from && date.getHours() + date.getMinutes() + date.getSeconds() === 0;
}

/** "tomorrow 17:00", "today 24:00", "Fri 09:30", "12 Sep": relative up to a week. */
export function near(at: string, from = now()): string {
  const instant = Date.parse(at);
  const ends = endsDay(instant, from);
  const ms = ends ? instant - 1 : instant;
  const days = dayOf(ms) - dayOf(from);
  const hour = ends ? '24:00' : time.format(ms);
  if (days === 0) return `today ${hour}`;
  if (days === 1) return `tomorrow ${hour}`;
  if (days === -1) return `yesterday ${hour}`;
  if (Math.abs(days) < 7) return `${weekday.format(ms)} ${hour}`;
  return (Math.abs(days) < 200 ? short : long).format(ms);
}

/** The exact time in a zone, with its name. */
export const exact = (at: string, zone = own): string =>
  `${new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(new Date(at))} (${zone})`;

/** A day of the calendar, `2026-09-01`, in the reader's format. */
export const dayText = (day: string): string => long.format(new Date(`${day}T12:00:00`));

/** The day of an instant in a zone, in the reader's format. */
export const dayOfInstant = (at: string, zone: string): string =>
  new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }).format(
    new Date(at),
  );
