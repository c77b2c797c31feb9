/** One thing wrong with what was sent, at a field. */
export type Fault = { path?: string; line?: number; column?: number; message: string };

/** What the API answers when it says no (RFC 9457). */
export type ProblemBody = {
  status: number;
  code: string;
  detail: string;
  title: string;
  faults?: Fault[];
  receipt?: { seq: number; hash: string; at: string };
};

/** A refusal or a failure, in one sentence; `code` is of the one table. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(readonly body: ProblemBody) {
    super(body.detail);
  }
  get code(): string {
    return this.body.code;
  }
}

/** The code of a refusal, for whoever looks it up; undefined for a failure of another kind. */
export const codeOf = (error: Error): string | undefined => (error instanceof Problem ? error.code : undefined);

/** Statuses that say that something is not the reader's to see, or no longer. */
const GONE: readonly number[] = [403, 404, 410];

/** True for what takes a page away: that it was never read, or is no longer the reader's. What is shown stays through a failure that passes. */
export const hides = (error: Error | null, data: unknown): error is Error =>
  error !== null && (data === undefined || (error instanceof Problem && GONE.includes(error.body.status)));

/** Nobody answered. */
export const AWAY: ProblemBody = {
  status: 0,
  code: 'Offline',
  title: 'No connection',
  detail: 'Drawbridge cannot be reached right now. What you typed is kept; try again in a moment.',
};

/** Statuses of a server that is there and cannot answer now, or of one in front of it. */
const AWAY_STATUSES: readonly number[] = [0, 502, 503, 504];

/** True where nobody answered, or something that an answer needs is away: it is tried again. */
export const isAway = (error: unknown): boolean =>
  error instanceof Problem && AWAY_STATUSES.includes(error.body.status);

/** True where it is not known whether what was sent has been done. */
export const isUnknown = (error: Error): boolean =>
  !(error instanceof Problem) || isAway(error) || error.code === 'Internal' || error.code === 'Unreadable';
