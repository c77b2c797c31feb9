import type { OpenCase } from '../domain/case/commands.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Actor, PersonId } from '../domain/case/roles.js';
import { contentHash } from '../domain/hash.js';
import { caseIdFor } from './idempotency.js';
import type { ApiParts, Opening } from './parts.js';
import { fileProblem } from './problems.js';

/** Days before and after the start date that a case's first calendars cover. */
const CALENDAR_BEFORE_DAYS = 60;
const CALENDAR_DAYS = 400;
const DAY_MS = 86_400_000;

type Ready = Extract<Opening, { ok: true }>;

/** Reads and checks both files; the first fault makes the sentence. */
function readFiles(parts: ApiParts, caseFile: string, policy?: string): Ready {
  const read = parts.policy.read(caseFile, policy);
  if (read.ok) return read;
  throw fileProblem(read.of === 'caseFile' ? 'The case file,' : 'The policy file,', read.faults);
}

/** The policy with which a case of that id was opened before, so that a repeat compiles the same plan after an upgrade. */
async function earlierPolicy({ store }: ApiParts, caseId: string): Promise<string | undefined> {
  const earlier = await store.cases.get(caseId);
  const document = earlier && (await store.documents.get(earlier.state.plan.policy.hash));
  return document?.bytes.toString('utf8');
}

async function register({ store }: ApiParts, { people, policyText }: Ready): Promise<(email: string) => PersonId> {
  const ids = new Map<string, PersonId>();
  for (const person of people) ids.set(person.email.toLowerCase(), await store.people.upsert(person));
  await store.documents.put({
    bytes: Buffer.from(policyText, 'utf8'),
    mediaType: 'application/yaml',
    fileName: 'policy.yaml',
  });
  return (email) => {
    const id = ids.get(email.toLowerCase());
    if (id === undefined) throw new Error('The case file names an address for which it names no person.');
    return id;
  };
}

function calendarsFor(
  { calendarOf }: ApiParts,
  { intake, plan }: Pick<OpenCase, 'intake' | 'plan'>,
): OpenCase['calendars'] {
  const from = new Date(Date.parse(intake.startDate) - CALENDAR_BEFORE_DAYS * DAY_MS).toISOString().slice(0, 10);
  const of = (side: 'client' | 'vendor') => {
    const { timeZone, holidays } = intake[side];
    const daysOff = plan.daysOff?.[side];
    return calendarOf({ timeZone, holidays, from, days: CALENDAR_DAYS, ...(daysOff === undefined ? {} : { daysOff }) });
  };
  return { client: of('client'), vendor: of('vendor') };
}

/** Opens a case from its file: nothing is kept of a file that has a fault. The same opener and key get the same case and receipt. */
export async function openCase(
  parts: ApiParts,
  actor: Actor,
  commandId: string,
  files: { caseFile: string; policy?: string },
): Promise<{ caseId: string; outcome: CommandOutcome }> {
  const caseId = caseIdFor(actor.personId, commandId);
  const ready = readFiles(parts, files.caseFile, files.policy ?? (await earlierPolicy(parts, caseId)));
  // Compiled once without people, so that a fault in a condition is found before anybody is registered.
  const calendars = calendarsFor(
    parts,
    ready.compile((email) => email),
  );
  const compiled = ready.compile(await register(parts, ready));
  const command: OpenCase = { type: 'OpenCase', ...compiled, calendars };
  const envelope = { commandId, requestHash: contentHash({ actor, command }), actor, command };
  return { caseId, outcome: await parts.client.openCase(caseId, envelope) };
}
