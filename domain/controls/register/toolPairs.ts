import { assetsOf, refOf } from '../../access/resources.js';
import type { CaseState } from '../../case/state.js';
import { say } from '../../say.js';
import { sameCompany } from '../company.js';
import { answersOf } from './answers.js';
import type { Register, Tool } from './entry.js';
import type { Pair } from './pair.js';
import { isNamedBy } from './tools.js';

const LISTED = { from: 'DC-5', answer: 'tools' };
const ALLOWED = { from: 'IP-7', answer: 'allowedTools' };
const USED = { from: 'IP-4', answer: 'uses' };
const FLUENT = { from: 'PE-2', answer: 'tools' };

/** What helps people at work is allowed by the contract; what is built into the product is licensed. */
const isEmbedded = ({ terms }: Tool): boolean => terms?.use === 'embedded-in-the-product';

/** Tools in use that the contract forbids, and tools that it allows and nobody has listed. */
function contractPairs(state: CaseState, { tools, answered }: Register): Pair[] {
  const contract = answersOf(state, 'IP-7');
  if (contract === undefined) return [];
  const unlisted = answered.includes('DC-5') ? tools.filter((t) => isNamedBy(t, 'IP-7') && !isNamedBy(t, 'DC-5')) : [];
  const forbidden = contract.othersForbidden
    ? tools.filter((t) => isNamedBy(t, 'DC-5') && !isEmbedded(t) && !isNamedBy(t, 'IP-7'))
    : [];
  const untrained = tools.filter((t) => isNamedBy(t, 'PE-2') && !isNamedBy(t, 'IP-7'));
  return [
    ...forbidden.map(
      ({ tool }): Pair => ({
        said: say('register.tool-forbidden', { tool }),
        answers: [LISTED, ALLOWED],
        holders: ['DC-5'],
        acts: true,
      }),
    ),
    ...unlisted.map(
      ({ tool }): Pair => ({
        said: say('register.tool-unlisted', { tool }),
        answers: [LISTED, ALLOWED],
        holders: ['DC-5', 'IP-7'],
      }),
    ),
    ...untrained.map(
      ({ tool }): Pair => ({
        said: say('register.tool-fluent', { tool }),
        answers: [FLUENT, ALLOWED],
        holders: ['PE-2'],
      }),
    ),
  ];
}

/** Hosted models that the work builds on and nobody has listed, and models in the product without an origin. */
function modelPairs({ tools, answered }: Register): Pair[] {
  if (!answered.includes('IP-4') || !answered.includes('DC-5')) return [];
  const unlisted = tools.filter((t) => isNamedBy(t, 'IP-4') && !isNamedBy(t, 'DC-5'));
  const unlicensed = tools.filter((t) => isEmbedded(t) && !isNamedBy(t, 'IP-4'));
  return [
    ...unlisted.map(
      ({ tool }): Pair => ({
        said: say('register.model-unlisted', { model: tool }),
        answers: [USED, LISTED],
        holders: ['DC-5'],
        acts: true,
      }),
    ),
    ...unlicensed.map(
      ({ tool }): Pair => ({
        said: say('register.model-unlicensed', { model: tool }),
        answers: [LISTED, USED],
        holders: ['IP-4'],
      }),
    ),
  ];
}

/** Prompts that are said to stay with the client, or not to be there, while a listed tool takes them elsewhere. */
function promptPairs({ tools, kept }: Register): Pair[] {
  const prompts = kept.find((k) => k.material === 'prompts');
  if (prompts === undefined) return [];
  const takes = tools.filter(({ terms }) => {
    if (terms === undefined || terms.use === 'coding-assistant') return false;
    const leaves = terms.accountOwner !== 'client' && terms.logs !== 'not-kept';
    const built = terms.use === 'model-api' || terms.use === 'embedded-in-the-product';
    return (prompts.where === 'client-account' && leaves) || (prompts.where === 'none-in-this-work' && built);
  });
  return takes.map(({ tool }) => ({
    said: say('register.prompts-elsewhere', { tool, kept: prompts.where }),
    answers: [{ from: prompts.from, answer: prompts.answer }, LISTED],
    holders: ['DC-3'],
    acts: true,
  }));
}

/** Data sets that the vendor says it uses as the case's own, and that the case does not have. */
function materialPairs(state: CaseState): Pair[] {
  const known = assetsOf(state.intake).map(refOf);
  const uses = answersOf(state, 'IP-4')?.uses ?? [];
  return uses
    .filter(({ name }) => /^[a-z][a-z0-9-]*:[^/\s]/.test(name) && !known.some((id) => sameCompany(id, name)))
    .map(({ name }) => ({
      said: say('register.material-unknown', { name }),
      answers: [USED, { from: 'case-file', answer: 'resources' }],
      holders: ['IP-4'],
    }));
}

/** In what the answers on tools, models and data sets do not agree. */
export const toolPairs = (state: CaseState, register: Register): Pair[] => [
  ...contractPairs(state, register),
  ...modelPairs(register),
  ...promptPairs(register),
  ...materialPairs(state),
];
