import type { Command } from 'commander';
import { z } from 'zod';
import { recorded } from '../../api/schemas/answers.js';
import { CliError } from '../exit.js';
import { act, receiptInWords, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { paint, say, show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { addCaseHold } from './caseHold.js';
import { addCaseList } from './caseList.js';
import { addCaseShow } from './caseShow.js';

/** `drawbridge case`: opening, listing, showing and closing cases. */
export function addCase(program: Command): void {
  const group = program.command('case').description('open, list, show, close or hold a case');
  addOpen(group);
  addCaseList(group);
  addCaseShow(group);
  addModel(group);
  addClose(group);
  addCaseHold(group);
}

const Opened = recorded.extend({ caseId: z.string() });

function addOpen(group: Command): void {
  const verb = group
    .command('open <file>')
    .description('open a case from a case file (YAML; its form: "drawbridge schema case")')
    .option('--policy <file>', "a policy of its own (default: the installation's)")
    .action(async (file: string, _: unknown, command: Command) => {
      const { policy } = optionsOf<{ policy?: string }>(command);
      const body = { caseFile: await readText(file), ...(policy !== undefined && { policy: await readText(policy) }) };
      const { globals, session } = await workOf(command, { role: 'procurement' });
      const opened = await withProgress('Opening the case', globals.json === true, () =>
        askJson(session, '/api/cases', Opened, { body, ...(globals.key !== undefined && { key: globals.key }) }),
      ).catch((error: unknown) => {
        throw inFile(error, file, policy);
      });
      show(globals.json, opened, () =>
        [
          receiptInWords(opened),
          `Case ${paint.bold(opened.caseId)} is open.`,
          `Next: drawbridge case show ${opened.caseId}, drawbridge tasks --case ${opened.caseId}`,
        ].join('\n'),
      );
    });
  withExamples(
    verb,
    'case open examples/cases/managed-team.yaml',
    'case open vendor.yaml --policy our-policy.yaml --as procurement',
  );
}

/** The same error, its faults standing in the file that they were found in. */
function inFile(error: unknown, file: string, policy: string | undefined): unknown {
  if (!(error instanceof CliError) || error.more.faults === undefined) return error;
  const inPolicy = policy !== undefined && error.message.startsWith('The policy file');
  return new CliError(error.exitCode, error.message, { ...error.more, file: inPolicy ? policy : file });
}

function addModel(group: Command): void {
  const verb = group
    .command('model <case> <model>')
    .description('choose the engagement model: staff-augmentation, project or managed-team; the plan follows')
    .requiredOption('--reason <text>', 'why, above all when another one is recommended')
    .action(async (caseId: string, model: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'ChooseModel', { model, reason });
    });
  withExamples(verb, 'case model CASE managed-team --reason "Nobody here has time to lead" --as executive');
}

function addClose(group: Command): void {
  const verb = group
    .command('close <case>')
    .description('close a case: every access is withdrawn and proven absent')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const options = optionsOf<{ reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'CloseCase', { reason: options.reason });
      if (options.json !== true) say(`Watch it with: drawbridge access ${caseId}`);
    });
  withExamples(verb, 'case close CASE --reason "Engagement ended as agreed" --as procurement');
}
