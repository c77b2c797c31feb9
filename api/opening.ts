import type { OpenCase } from '../domain/case/commands.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Actor } from '../domain/case/roles.js';
import { contentHash } from '../domain/hash.js';
import { caseIdFor } from './idempotency.js';
import type { ApiParts, Opening } from './parts.js';
import { originAtOpening } from './policyOrigin.js';
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
async function earlierPolicy(
  { store }: ApiParts,
  caseId: string,
): Promise<{ hash: string; text?: string } | undefined> {
  const earlier = await store.cases.get(caseId);
  if (earlier === undefined) return undefined;
  const { hash } = earlier.state.plan.policy;
  const document = await store.documents.get(caseId, hash);
  return { hash, ...(document !== undefined && { text: document.bytes.toString('utf8') }) };
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
  const earlier = await earlierPolicy(parts, caseId);
  const ready = readFiles(parts, files.caseFile, files.policy ?? earlier?.text);
  // Compiled once without people: a fault in a condition is found before anybody is looked up, and what was asked is the same when it is repeated.
  const asked = ready.compile((email) => email);
  // A repeat gets the answer of then, whatever is on the list by now.
  const isRepeat = earlier?.hash === asked.plan.policy.hash;
  const policyOrigin = isRepeat ? undefined : await originAtOpening(parts, actor, asked.plan.policy);
  const calendars = calendarsFor(parts, asked);
  // Sealed: nothing of them is kept unless the case opens.
  const { people, idOf, digest } = await parts.store.people.carry(caseId, ready.people);
  const { intake, plan } = ready.compile((email) => {
    const id = idOf(email);
    if (id === undefined) throw new Error('The case file names an address for which it names no person.');
    return id;
  });
  const proposed = new Set(intake.engineers.map(({ person }) => person));
  const details = Object.fromEntries(
    people.flatMap((one) => (proposed.has(one.personId) ? [[one.personId, one.details]] : [])),
  );
  const policy = await parts.store.documents.carryPolicy(caseId, ready.policyText);
  const origin = policyOrigin === undefined ? {} : { policyOrigin };
  const command: OpenCase = { type: 'OpenCase', intake, plan, calendars, details, ...origin };
  const requestHash = contentHash({ actor, file: digest, plan: asked.plan.hash, calendars });
  const envelope = { commandId, requestHash, actor, command, people, policy };
  return { caseId, outcome: await parts.client.openCase(caseId, envelope) };
}
