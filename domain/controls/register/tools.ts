import type { CaseState } from '../../case/state.js';
import { sameCompany } from '../company.js';
import { answersOf } from './answers.js';
import type { Source, Tool } from './entry.js';

/** Tools on the terms that were told of them; each stays an entry of its own. */
function onTerms(state: CaseState): Tool[] {
  const { tools = [] } = answersOf(state, 'DC-5') ?? {};
  return tools.map(({ tool, provider, ...terms }) => ({
    tool,
    ...(provider === undefined ? {} : { provider }),
    terms,
    sources: [{ from: 'DC-5', answer: 'tools' }],
  }));
}

/** Names of tools alone: those that the contract allows, hosted models that the work builds on, those that the team is fluent in. */
function named(state: CaseState): (Source & { tool: string })[] {
  const allowed = answersOf(state, 'IP-7')?.allowedTools ?? [];
  const used = answersOf(state, 'IP-4')?.uses ?? [];
  const fluent = answersOf(state, 'PE-2')?.tools ?? [];
  const embedded = onTerms(state).filter(({ terms }) => terms?.use === 'embedded-in-the-product');
  const hosted = used.filter(
    ({ name, kind, origin }) =>
      kind === 'model' && (origin === 'hosted-by-a-provider' || embedded.some((e) => sameCompany(e.tool, name))),
  );
  return [
    ...allowed.map(({ tool }) => ({ tool, from: 'IP-7', answer: 'allowedTools' })),
    ...hosted.map(({ name }) => ({ tool: name, from: 'IP-4', answer: 'uses' })),
    ...fluent.map(({ tool }) => ({ tool, from: 'PE-2', answer: 'tools' })),
  ];
}

/** Every AI tool and third-party model of the case, with all answers that name it. */
export function toolsOf(state: CaseState): Tool[] {
  const all = onTerms(state);
  for (const { tool, ...source } of named(state)) {
    const known = all.filter((t) => sameCompany(t.tool, tool));
    for (const t of known) t.sources.push(source);
    if (known.length === 0) all.push({ tool, sources: [source] });
  }
  return all;
}

/** True where a control names the tool. */
export const isNamedBy = ({ sources }: Tool, control: string): boolean => sources.some((s) => s.from === control);
