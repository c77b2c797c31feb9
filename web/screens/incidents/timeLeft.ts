const MINUTE_MS = 60_000;

const parts = (ms: number): string => {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / MINUTE_MS));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 72) return `${Math.floor(hours / 24)} days`;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

/** What is left of a clock of the law: "23 h 10 min left", "2 h 5 min over". */
export const timeLeft = (due: string, now: string): string => {
  const ms = Date.parse(due) - Date.parse(now);
  return ms >= 0 ? `${parts(ms)} left` : `${parts(ms)} over`;
};

/** Minutes as people say them. */
export const minutesText = (minutes: number): string => parts(minutes * MINUTE_MS);

/** The share of a clock that has gone by, 0 to 1. */
export const shareGone = (from: string, due: string, now: string): number => {
  const whole = Date.parse(due) - Date.parse(from);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (Date.parse(now) - Date.parse(from)) / whole));
};
