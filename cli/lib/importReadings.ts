import { recorded } from '../../contract/answers.js';
import { caseView } from '../../contract/caseView.js';
import { CliError, EXIT } from '../exit.js';
import { caseAt, type Work } from './act.js';
import { askJson } from './http.js';
import { type ReadingLine, readingKey } from './readingsFile.js';

/** What became of one line: recorded now, recorded by an earlier run, or refused. */
export type LineVerdict = {
  line: number;
  kpi: string;
  value: number;
  verdict: 'recorded' | 'already' | 'refused';
  /** Number in the ledger. */
  seq?: number;
  code?: string;
  message?: string;
};

/** Refusals that further tries of the same content are made after. */
const ATTEMPTS = 20;
/** Problems of a line; any other ends the run, and the next run goes on where it ended. */
const OF_THE_LINE = ['UnknownKpi', 'EvalSetDiffers', 'ReadingOutOfTime', 'Malformed', 'CommandIdReused'];

/** Records the readings one after the other, each with a verdict of its own. */
export async function importReadings(
  work: Pick<Work, 'session'>,
  caseId: string,
  lines: ReadingLine[],
): Promise<LineVerdict[]> {
  const before = (await askJson(work.session, caseAt(caseId), caseView.pick({ head: true }))).head.seq;
  const verdicts: LineVerdict[] = [];
  const seen = new Set<number>();
  for (const { line, reading } of lines) {
    const { kpi, value } = reading;
    const found = await sendLine(work, caseId, reading, before).catch((error: unknown) => {
      throw sayingHowFar(error, verdicts, lines.length);
    });
    // The same content twice in one file is one reading.
    const repeated = found.verdict === 'recorded' && found.seq !== undefined && seen.has(found.seq);
    if (found.seq !== undefined) seen.add(found.seq);
    verdicts.push({ line, kpi, value, ...found, ...(repeated && { verdict: 'already' as const }) });
  }
  return verdicts;
}

type Found = Pick<LineVerdict, 'verdict' | 'seq' | 'code' | 'message'>;

async function sendLine(
  { session }: Pick<Work, 'session'>,
  caseId: string,
  reading: ReadingLine['reading'],
  before: number,
): Promise<Found> {
  for (let attempt = 1; ; attempt++) {
    try {
      const key = readingKey(caseId, reading, attempt);
      const path = caseAt(caseId, 'commands', 'record-reading');
      const { receipt } = await askJson(session, path, recorded, { body: reading, key });
      return { verdict: receipt.seq <= before ? 'already' : 'recorded', seq: receipt.seq };
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      const { code, seq } = error.more;
      if (code === undefined || !OF_THE_LINE.includes(code)) throw error;
      // The key is made of the content alone: somebody else has used it for the same reading.
      if (code === 'CommandIdReused')
        return { verdict: 'already', message: 'It is recorded already, by somebody else.' };
      const refusedBefore = seq !== undefined && seq <= before;
      if (!refusedBefore || attempt === ATTEMPTS)
        return { verdict: 'refused', code, message: error.message, ...(seq !== undefined && { seq }) };
    }
  }
}

/** The same end, saying how far it came. */
function sayingHowFar(error: unknown, done: LineVerdict[], all: number): unknown {
  if (!(error instanceof CliError)) return error;
  const hint = `${done.length} of ${all} readings were sent; run it again, what is recorded is not recorded twice.`;
  return new CliError(error.exitCode, error.message, { ...error.more, hint });
}

/** The end of an import of which lines were refused; undefined when there were none. */
export function endOfImport(verdicts: LineVerdict[]): CliError | undefined {
  const refused = verdicts.filter(({ verdict }) => verdict === 'refused').length;
  if (refused === 0) return undefined;
  return new CliError(
    EXIT.refused,
    `${refused} of ${verdicts.length} readings ${refused === 1 ? 'was' : 'were'} refused; the others are recorded.`,
  );
}
