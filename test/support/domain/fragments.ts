import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { HumanCommand } from '../../../domain/case/commands.js';
import { type Actor, CLIENT_ROLES } from '../../../domain/case/roles.js';
import { plusDays } from '../../../domain/clocks/businessTime.js';
import { contentHash } from '../../../domain/hash.js';
import type { PaperKind } from '../../../domain/papers/paper.js';
import { parseFragment, parseScenario, type Step } from '../../../rehearsal/schema.js';
import { type Act, decide, paper } from './acts.js';
import { as } from './book.js';

const FOLDER = 'examples/fragments';
/** Day 1 of the cases that the tests play. */
const START = '2026-09-01';

/** Somebody of a scenario as the book names them: `legal`, `legal-2`, `ada`. */
const idOf = (who: string): string => who.replace(/^@/, '').replace(':', '-');

function actorOf(who: string): Actor {
  const [name = ''] = idOf(who).split('-2');
  const role = [...CLIENT_ROLES, 'vendor-contact' as const].find((r) => r === name);
  return role === undefined ? as('engineer', name) : as(role, idOf(who));
}

/** A body with ids in place of `@ada`, and a hash in place of `@sha256:text`. */
function resolved(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('@sha256:')) return contentHash(value.slice(8));
    if (value.startsWith('@day:')) return plusDays(START, Number(value.slice(5)) - 1);
    return value.startsWith('@') ? idOf(value) : value;
  }
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolved(v)]));
  return value;
}

const text = (body: Record<string, unknown>, key: string): string => String(body[key] ?? '');

function nameOf(name: string, body: Record<string, unknown>): string {
  if (name === 'submit-evidence')
    return ['evidence', text(body, 'control'), idOf(text(body, 'person'))].join(' ').trim();
  return [name.replace(/-person$/, ''), idOf(text(body, 'person'))].join(' ').trim();
}

function actOf(who: string, name: string, body: Record<string, unknown>): Act {
  if (name === 'decide') return decide(actorOf(who), text(body, 'approval'));
  const type = name.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
  const command = { type, ...(resolved(body) as object) } as HumanCommand;
  return { name: nameOf(name, body), by: actorOf(who), command: () => command };
}

function actsOf(step: Step): Act[] {
  if ('play' in step) return fragment(basename(step.play));
  if ('paper' in step) {
    const { paper: id, kind, signers, person, until, supersedes } = step.paper;
    const parties = signers.map(idOf);
    return paper(id, kind as PaperKind, parties, {
      ...(person === undefined ? {} : { person: idOf(person) }),
      ...(until === undefined ? {} : { until }),
      ...(supersedes === undefined ? {} : { supersedes }),
    });
  }
  if (!('do' in step)) return [];
  const each = Array.isArray(step.do) ? step.do : [step.do];
  return each.flatMap((acts) =>
    Object.entries(acts).map(([name, body]) => actOf('as' in step ? step.as : '', name, body ?? {})),
  );
}

/** The acts of a file of steps of the examples, in order; what is only expected in it is left out. `edit` changes its text before it is read. */
export function fragment(file: string, edit: (text: string) => string = (text) => text): Act[] {
  const read = parseFragment(edit(readFileSync(join(FOLDER, file), 'utf8')));
  if (!read.ok) throw new Error(`${file}: ${read.faults[0]?.message ?? ''}`);
  return read.steps.flatMap(actsOf);
}

/** The acts of a scenario of the examples, in the order of the file, up to the first that decides the given gate; what has to be refused is left out. */
export function scenario(file: string, lastGate: string): Act[] {
  const read = parseScenario(readFileSync(join('examples/scenarios', file), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${read.faults[0]?.message ?? ''}`);
  const acts = read.scenario.steps
    .filter((step) => !('every' in step) && !('refused' in step && step.refused !== undefined))
    .flatMap(actsOf);
  return acts.slice(0, acts.findIndex((a) => a.name === `approve gate:${lastGate}`) + 1);
}
