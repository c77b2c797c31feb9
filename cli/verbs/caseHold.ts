import type { Command } from 'commander';
import type { z } from 'zod';
import type { FieldsOf } from '../../contract/basics.js';
import { heldCase, type releaseHoldBody } from '../../contract/custody.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { show } from '../lib/print.js';

/** `drawbridge case hold`, `case release`: legal holds, on open and on closed cases. */
export function addCaseHold(group: Command): void {
  const hold = group
    .command('hold <case>')
    .description('place a legal hold: nothing of the case or its people is erased (compliance)')
    .requiredOption('--reason <text>', 'why; name the matter, not people')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { reason, json } = optionsOf<{ reason: string }>(command);
      const answer = await post(command, caseId, ['holds'], { reason });
      show(json, answer, () => `The case ${caseId} is under ${answer.hold}. Custody entry ${answer.receipt.seq}.`);
    });
  withExamples(hold, 'case hold CASE --reason "Claim 2027/14 about the delivered model"');
  const release = group
    .command('release <case>')
    .description('release a legal hold (compliance)')
    .requiredOption('--reason <text>', 'why')
    .option('--hold <id>', 'which one, where several stand: "audit retention" lists them')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { reason, hold: id, json } = optionsOf<{ reason: string; hold?: string }>(command);
      const answer = await post(command, caseId, ['holds', 'release'], { reason, hold: id });
      show(json, answer, () => `${answer.hold} is released. Custody entry ${answer.receipt.seq}.`);
    });
  withExamples(
    release,
    'case release CASE --reason "Settled on 3 May"',
    'case release CASE --hold hold-3 --reason "Settled"',
  );
}

async function post(
  command: Command,
  caseId: string,
  path: string[],
  body: FieldsOf<typeof releaseHoldBody>,
): Promise<z.infer<typeof heldCase>> {
  const { globals, session } = await workOf(command, { caseId, role: 'compliance' });
  const key = globals.key === undefined ? {} : { key: globals.key };
  return askJson(session, caseAt(caseId, ...path), heldCase, { body, ...key });
}
