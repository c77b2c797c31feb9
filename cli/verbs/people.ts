import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { addAccept } from './peopleAccept.js';
import { addCorrect } from './peopleCorrect.js';
import { addPeopleList } from './peopleList.js';
import { addNeeds, addPropose } from './peoplePropose.js';

/** `drawbridge people`: the vendor's people in a case. */
export function addPeople(program: Command): void {
  const people = program
    .command('people')
    .description("the vendor's people: list, propose, accept, correct, reject, suspend, leave");
  addPeopleList(people);
  addPropose(people);
  addNeeds(people);
  addAccept(people);
  addCorrect(people);
  for (const [name, type, description, who] of ACTS) addAct(people, name, type, description, who);
  addLeave(people);
}

const ACTS = [
  ['reject', 'RejectPerson', 'reject a proposed person', 'engineering-manager'],
  ['suspend', 'SuspendAccess', "close a person's access at once, until it is resumed", 'security'],
  ['resume', 'ResumeAccess', "let a suspended person's access follow from the papers again", 'security'],
] as const;

function addAct(people: Command, name: string, type: (typeof ACTS)[number][1], description: string, who: string): void {
  const verb = people
    .command(`${name} <case> <person>`)
    .description(description)
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, type, { person, reason });
    });
  withExamples(verb, `people ${name} CASE "Ewa Lis" --reason "…" --as ${who}`);
}

function addLeave(people: Command): void {
  const verb = people
    .command('leave <case> <person>')
    .description('record that a person leaves; access ends at once, or at a named last instant')
    .requiredOption('--reason <text>', 'why')
    .option('--last <instant>', 'last instant of access, for example 2026-09-30T16:00:00Z (default: now)')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { reason, last } = optionsOf<{ reason: string; last?: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RecordDeparture', { person, lastInstant: last && instant(last), reason });
    });
  withExamples(verb, 'people leave CASE "Ewa Lis" --last 2026-09-30T16:00:00Z --reason "Moves on" --as vendor-contact');
}

/** Any spelling of an instant with a zone, in the one that the record uses; what is none goes on as it is and is refused there. */
const instant = (text: string): string =>
  /\d(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : text;
