import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Control } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { STANDARDS, STANDARDS_SOURCES } from '../../domain/controls/standards.js';
import { bindingOf } from '../../policy/compilePlan.js';
import { loadPolicy } from '../../policy/loadPolicy.js';
import { parsePolicy } from '../../policy/policyFile.js';
import type { Policy, PolicyControl } from '../../policy/policySchema.js';
import { bindingInWords } from '../../presentation/words/binding.js';

/** Where the page lies, from the root of the repository. */
export const CONTROLS_DOC = 'docs/controls.md';

const AREAS: Record<Control['area'], string> = {
  suitability: 'Suitability',
  engagement: 'Engagement model',
  evaluation: 'Evaluation and red flags',
  contract: 'Contract and IP',
  data: 'Data protection',
  security: 'Security',
  people: 'People',
  onboarding: 'The first 30 days',
  cadence: 'Cadence',
  kpi: 'KPIs',
  knowledge: 'Knowledge transfer',
  afterwards: 'Afterwards',
  always: 'Always on',
};

const NIST_WORDS = { govern: 'Govern', map: 'Map', measure: 'Measure', manage: 'Manage' } as const;

/** A cell of a table: no line break, no bar that would end it. */
const cell = (lines: string[]): string =>
  lines.length === 0 ? '–' : lines.map((line) => line.replaceAll('|', '\\|').replaceAll('\n', ' ')).join('<br>');

function holds({ title, locked }: Control, own: PolicyControl | undefined): string[] {
  const bound = own === undefined ? 'not in force by the default policy' : bindingInWords(bindingOf(own));
  const path = own?.path === undefined ? [] : [`one of path ${own.path} is enough`];
  return [title, `*${[bound, ...path, ...(locked ? ['locked'] : [])].join('; ')}*`];
}

const answers = (n: number): string => (n === 1 ? '1 answer' : `${n} answers`);

/** The questions of its form; those inside a list or record are told apart by how many there are. */
function evidence({ form, raisedFrom, raisedBy }: Control): string[] {
  if (form !== null)
    return Object.values(form).map(({ ask, ...field }) =>
      field.kind === 'list' || field.kind === 'record'
        ? `${ask} (${answers(Object.keys(field.of).length)}${field.kind === 'list' ? ' each' : ''})`
        : ask,
    );
  const sources = [...(raisedFrom ?? []), ...(raisedBy === undefined ? [] : ['the record'])];
  return [
    sources.length === 0 ? 'Judged from the record of the case.' : `Raised by a person, or from ${sources.join(', ')}.`,
  ];
}

function decides(own: PolicyControl | undefined, stages: Policy['stages'], { locked }: Control): string[] {
  if (own === undefined) return [];
  const binding = bindingOf(own);
  const deciders = stages.find(({ id }) => id === own.stage)?.deciders ?? [];
  const gate = deciders.map(({ role, quorum }) => (quorum === 1 ? role : `${quorum} × ${role}`)).join(' and ');
  const who =
    binding.kind === 'deal-breaker'
      ? [`cleared by ${binding.clearedBy}`]
      : binding.kind === 'gate'
        ? [gate === '' ? `gate of ${own.stage} opens by itself` : `${gate} (gate of ${own.stage})`]
        : [];
  const waives =
    locked || own.waivableBy.length === 0
      ? []
      : [`waived by ${own.waivableBy.join(' or ')}, ${own.waiverMaxDays} days at most`];
  return [...who, ...waives];
}

const standards = (id: string): string[] =>
  STANDARDS_SOURCES.flatMap(({ key, short }) => {
    const clauses = STANDARDS[id]?.[key] ?? [];
    return clauses.length === 0 ? [] : [`${short}: ${clauses.join(', ')}`];
  });

function rowOf(control: Control, { controls, stages }: Policy): string {
  const { id, risk, nist, suppliedBy } = control;
  const own = controls[id];
  const cells = [
    holds(control, own),
    evidence(control),
    suppliedBy,
    decides(own, stages, control),
    [risk.replace('-', ' '), NIST_WORDS[nist]],
    standards(id),
  ];
  return `| **${id}** | ${cells.map(cell).join(' | ')} |`;
}

function areaOf(area: Control['area'], policy: Policy): string[] {
  const controls = Object.values(CONTROLS).filter((control) => control.area === area);
  if (controls.length === 0) return [];
  return [
    `## ${AREAS[area]}`,
    '',
    '| id | what it holds | evidence | supplied by | decided by | risk, function | standards |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...controls.map((control) => rowOf(control, policy)),
    '',
  ];
}

/** The page of all controls, as code, default policy and table of standards have them. */
export function controlsDoc(): string {
  const read = parsePolicy(loadPolicy());
  if (!read.ok) throw new Error(`policy/default.yaml: ${read.faults[0]?.message}`);
  const areas: Control['area'][] = [...new Set(Object.values(CONTROLS).map(({ area }) => area))];
  return `# Controls

Generated from \`domain/controls/\`, \`policy/default.yaml\` and \`domain/controls/standards.ts\` by \`npm run docs:controls\`; a test
fails when they part. It lists ${Object.keys(CONTROLS).length} controls. How a control binds, who decides and by when is policy: what stands here is the default. The
questions are those of the evidence form, \`drawbridge template evidence ID\` prints it to fill in. The function is that of
the NIST AI Risk Management Framework 1.0. The standards say where an auditor will look for the control's evidence, not
that the control alone satisfies a clause.

${STANDARDS_SOURCES.map(({ short, title, source }) => `- ${short}: ${title} (${source})`).join('\n')}

${areas
  .flatMap((area) => areaOf(area, read.policy))
  .join('\n')
  .trimEnd()}
`;
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) writeFileSync(CONTROLS_DOC, controlsDoc());
