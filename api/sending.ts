import type { CommandType } from '../contract/commands.js';
import type { HumanCommand } from '../domain/case/commands.js';
import { isErrorCode } from '../domain/case/errors.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Actor } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { type FormFault, formFaults } from '../domain/controls/form.js';
import { CONTROLS } from '../domain/controls/index.js';
import { contentHash } from '../domain/hash.js';
import { own } from '../domain/record.js';
import { isSaid, type Why } from '../domain/say.js';
import { withNames } from '../presentation/words/people.js';
import { wordsOf, wordsOfAll } from '../presentation/words/words.js';
import type { Store } from '../store/contract.js';
import type { Built } from './built.js';
import { commandOf } from './commands.js';
import { namesIn } from './names.js';
import type { ApiParts } from './parts.js';
import { peopleOf, resolvePeople } from './people.js';
import { Problem } from './problems.js';

/** What the notes on evidence say of its control, by their code. */
const AFTER = new Map<string, 'met' | 'open' | 'refused'>([
  ['controls.met', 'met'],
  ['controls.met-until', 'met'],
  ['controls.still-open', 'open'],
  ['controls.refused', 'refused'],
]);

const controlAfter = (note: Why) => (isSaid(note) ? AFTER.get(note.code) : undefined);

/** A recorded outcome, or the refusal as a problem: times in the client's zone, and the people of the case by name. */
export async function countedOrThrown(outcome: CommandOutcome, store: Store, state?: CaseState) {
  const zone = state?.intake.client.timeZone;
  const names = state === undefined ? {} : await namesIn(store, state, outcome);
  if (outcome.status === 'recorded') {
    const control = outcome.notes.flatMap((note) => controlAfter(note) ?? [])[0];
    const notes = wordsOfAll(outcome.notes, { zone }).map((note) => withNames(note, names));
    return { ...outcome, notes, ...(control !== undefined && { control }) };
  }
  const code = isErrorCode(outcome.code) ? outcome.code : 'CommandFailed';
  throw new Problem(code, withNames(wordsOf(outcome.said, { zone }), names), { receipt: outcome.receipt });
}

const faultInWords = ({ path, said, ask }: FormFault) => ({
  path: path === '' ? 'form' : `form.${path}`,
  message: ask === undefined ? wordsOf(said) : `${wordsOf(said)}: ${ask}`,
});

/** What the edge can see to be wrong before the case is asked: a form that does not fit, a hash of which there are no bytes. */
async function checkAhead(
  store: Store,
  { state, actor }: { state: CaseState; actor: Actor },
  command: HumanCommand,
): Promise<void> {
  if (command.type === 'SubmitEvidence' && own(state.plan.controls, command.control)?.applies) {
    const shape = own(CONTROLS, command.control)?.form;
    const faults = shape ? formFaults(shape, command.form) : [];
    if (faults.length > 0)
      throw new Problem('EvidenceMalformed', `The evidence for ${command.control} does not match its form.`, {
        faults: faults.map(faultInWords),
      });
  }
  if (command.type === 'RegisterPaper' && !(await store.documents.has(state.caseId, command.textHash, actor.personId)))
    throw new Problem(
      'Malformed',
      `You have uploaded no document with this hash for this case. Upload it to /api/cases/${state.caseId}/documents first.`,
      {
        faults: [
          { path: 'textHash', message: 'must be the SHA-256 of a document that you have uploaded for this case' },
        ],
      },
    );
}

/** The command of an act as the case gets it, with what is kept beside; what the edge can see to be wrong is thrown as its problem. */
export async function buildAct(
  { store, policy }: Pick<ApiParts, 'store' | 'policy'>,
  { state, actor }: { state: CaseState; actor: Actor },
  type: CommandType,
  body: unknown,
): Promise<Built> {
  const find = peopleOf(store, state);
  const { command: named, ...beside } = await commandOf(type, body, { store, policy, state, actor, find });
  const command = await resolvePeople(named, find);
  await checkAhead(store, { state, actor }, command);
  return { command, ...beside };
}

/** Sends one act of a person to the case and answers its receipt; a refusal is thrown as its problem. */
export async function sendAct(
  parts: ApiParts,
  { state, actor, commandId }: { state: CaseState; actor: Actor; commandId: string },
  type: CommandType,
  body: unknown,
) {
  const { command, asked, ...kept } = await buildAct(parts, { state, actor }, type, body);
  const requestHash = contentHash({ actor, command: asked ?? command });
  const envelope = { commandId, requestHash, actor, command, ...kept };
  return countedOrThrown(await parts.client.send(state.caseId, envelope), parts.store, state);
}
