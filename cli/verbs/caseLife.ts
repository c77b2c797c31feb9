import { type Command, Option } from 'commander';
import { CASE_OUTCOMES } from '../../domain/case/state.js';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { say } from '../lib/print.js';

/** The verbs about a case as a whole: model, pause, resume, close. */
export function addCaseLife(group: Command): void {
  addModel(group);
  addPause(group);
  addResume(group);
  addClose(group);
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

function addPause(group: Command): void {
  const verb = group
    .command('pause <case>')
    .description(
      'pause a case: access is withdrawn, nothing opens or falls due; documents still lapse, statutory clocks run on',
    )
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'PauseCase', { reason });
    });
  withExamples(verb, 'case pause CASE --reason "The budget is frozen until March" --as procurement');
}

function addResume(group: Command): void {
  const verb = group
    .command('resume <case>')
    .description('resume a paused case, as someone other than the person who paused it')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'ResumeCase', { reason });
    });
  withExamples(verb, 'case resume CASE --reason "The budget is released" --as executive');
}

function addClose(group: Command): void {
  const verb = group
    .command('close <case>')
    .description('close a case: all access is withdrawn and proven gone')
    .requiredOption('--reason <text>', 'why')
    .addOption(new Option('--outcome <outcome>', 'how it ended').choices(CASE_OUTCOMES).default('completed'))
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { reason, outcome, json } = optionsOf<{ reason: string; outcome: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'CloseCase', { outcome, reason });
      if (json !== true) say(`Watch it with: drawbridge access show ${caseId}`);
    });
  withExamples(
    verb,
    'case close CASE --reason "Engagement ended as agreed" --as procurement',
    'case close CASE --outcome walked-away --reason "RF-2 was not put right" --as procurement',
  );
}
