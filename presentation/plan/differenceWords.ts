import type { PlanDifferenceView } from '../../contract/parts.js';
import { type Binding, IN_FORCE, type Plan } from '../../domain/case/plan.js';
import type { Json, JsonObject } from '../../domain/controls/form.js';
import { canonicalJson } from '../../domain/hash.js';
import type { PlanDifference } from '../../domain/policyChange/difference.js';
import { partsIn } from '../../domain/policyChange/planDifference.js';
import { isSaid, type Said } from '../../domain/say.js';
import { bindingInWords } from '../words/binding.js';
import { wordsOf, wordsOfAll } from '../words/words.js';
import { labelOf, placeOf, rankOf } from './planWords.js';

/** A difference between two plans in words, one entry for each thing that differs, in the same order. */
export const differenceWords = (difference: readonly PlanDifference[]): PlanDifferenceView[] =>
  difference.map(({ path, before, after }) => {
    const [was, is] = [sideText(path, before), sideText(path, after)];
    return {
      where: placeOf(path),
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });

/** One side in words; undefined where there is nothing to tell of it. */
function sideText(path: string[], value: Json | undefined): string | undefined {
  const [part, , ...key] = path;
  if (part === 'controls' && key.length === 0) return controlText(value);
  if (value !== undefined) return textOf(path, value);
  // Left out, it says so.
  return part === 'controls' && key[0] === 'why' ? wordsOf(IN_FORCE) : undefined;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A control as a whole: what it asks for where it is in force, else why it is not. */
function controlText(control: Json | undefined): string {
  if (!isObject(control)) return 'not in the policy';
  const { id: _id, applies, why, ...rest } = control;
  const reason = why === undefined ? wordsOf(IN_FORCE) : plainText(why);
  if (applies !== true) return `not in force: ${reason}`;
  const parts = partsIn({ path: [], value: rest })
    .sort((a, b) => rankOf(a.path[0] ?? '') - rankOf(b.path[0] ?? ''))
    .map(({ path, value }) => `${labelOf(path)}: ${textOf(path, value ?? '')}`);
  return `in force; ${parts.join('; ')}; ${labelOf(['why'])}: ${reason}`;
}

/** A value in words: lists by commas, deciders by role and number, how a control binds as a sentence, codes in their own words. */
function textOf(path: string[], value: Json): string {
  if (isBinding(path, value)) return bindingInWords(value);
  if (isDeciders(path, value))
    return value.length === 0 ? 'nobody: it opens by itself' : value.map(deciderText).join(' and ');
  if (!Array.isArray(value)) return plainText(value);
  const reasons = value.flatMap((v): Said[] => (isSaid(v) ? [v] : []));
  if (reasons.length > 0) return wordsOfAll(reasons).join(' ');
  return value.length === 0 ? 'none' : value.map(plainText).join(', ');
}

function plainText(value: Json): string {
  if (isSaid(value)) return wordsOf(value);
  return typeof value === 'string' ? value : typeof value === 'boolean' ? (value ? 'yes' : 'no') : canonicalJson(value);
}

const isBinding = (path: string[], value: unknown): value is Binding =>
  path.at(-1) === 'binding' && typeof value === 'object' && value !== null && 'kind' in value;

type Decider = Plan['stages'][number]['deciders'][number];

const isDeciders = (path: string[], value: unknown): value is Decider[] =>
  path.at(-1) === 'deciders' && Array.isArray(value);

const deciderText = ({ role, quorum }: Decider): string => (quorum === 1 ? role : `${quorum} × ${role}`);
