import type { CommandShape } from '../../contract/commands/act.js';
import { COMMANDS, type CommandType } from '../../contract/commands.js';
import type { Preview } from '../../contract/console/preview.js';
import { ERRORS } from '../../domain/case/errors.js';
import type { Actor } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { rehearse } from '../../presentation/console/preview.js';
import { withNames } from '../../presentation/words/people.js';
import type { Store } from '../../store/contract.js';
import { caseNow } from '../caseClock.js';
import { namesIn } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { buildAct, countedOrThrown } from '../sending.js';
import { checked } from '../validate.js';

/** Lines told at most; what follows is a summary, and the story tells all of it. */
const LINES_MAX = 40;

/** A receipt of what has none: nothing is recorded. */
const NO_RECEIPT = { seq: 0, hash: '', at: '' };

/** The store without the one write that building a command makes. */
const readOnly = (store: Store): Store => ({
  ...store,
  documents: { ...store.documents, copy: async () => undefined },
});

type Of = { state: CaseState; actor: Actor };

async function played(parts: ApiParts, of: Of, type: CommandType, body: unknown): Promise<Preview> {
  const { state, actor } = of;
  const shape: CommandShape = COMMANDS[type];
  const fits = checked(shape.body, 'body', body);
  const { command } = await buildAct({ ...parts, store: readOnly(parts.store) }, of, type, fits);
  const { outcome, follows } = rehearse(state, actor, command, await caseNow(parts, state));
  const recorded = outcome.status === 'recorded' ? { ...outcome, receipt: NO_RECEIPT } : outcome;
  const { notes, control } = await countedOrThrown(recorded, parts.store, state);
  const names = await namesIn(parts.store, state, follows);
  return {
    accepted: true,
    follows: follows.slice(0, LINES_MAX).map((line) => withNames(line, names)),
    ...(follows.length > LINES_MAX && { more: follows.length - LINES_MAX }),
    notes,
    ...(control !== undefined && { control }),
  };
}

/** What an act of a person would come to, told as the act itself would be answered; what keeps anything from being answered is thrown. */
export async function previewOf(parts: ApiParts, of: Of, type: CommandType, body: unknown): Promise<Preview> {
  try {
    return await played(parts, of, type, body);
  } catch (error) {
    if (!(error instanceof Problem) || ERRORS[error.code].status >= 500) throw error;
    const { code, message, details } = error;
    return { accepted: false, refusal: { code, message, faults: details.faults }, follows: [], notes: [] };
  }
}
