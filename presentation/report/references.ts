import type { Report } from '../../contract/report.js';
import { STANDARDS_SOURCES } from '../../domain/controls/standards.js';
import { approvalText } from '../facts/names.js';
import type { Block } from '../page/page.js';
import type { Voice } from '../words/voice.js';

type Hashed = { record: string; hash: string };

/** Where auditors look for each control: its codes in the standards, once for each. */
export function standardsTable({ controls }: Report): Block {
  const byId = new Map(controls.map(({ id, standards }) => [id, standards]));
  return {
    kind: 'table',
    columns: [{ title: 'Control' }, ...STANDARDS_SOURCES.map(({ short }) => ({ title: short }))],
    rows: [...byId].map(([id, codes]) => [id, ...STANDARDS_SOURCES.map(({ key }) => codes[key].join(' '))]),
    note: `${STANDARDS_SOURCES.map(({ title, source }) => `${title} (${source})`).join('; ')}.`,
  };
}

/* Of a control: its form, and the documents that the form names by hash. */
const ofControls = ({ controls }: Report, { name }: Voice): Hashed[] =>
  controls.flatMap(({ id, evidence, person, documents }) =>
    evidence === undefined
      ? []
      : [
          { record: `${id}${person === undefined ? '' : ` ${name(person)}`}, form`, hash: evidence.formHash },
          ...documents.map(({ question, hash }) => ({ record: `${id}: ${question}`, hash })),
        ],
  );

function hashed(report: Report, voice: Voice): Hashed[] {
  const { policy, planHash, papers, decisions, kpis } = report;
  const decided = new Map(
    decisions.flatMap(({ contentHash, about, seq }) =>
      contentHash === undefined || about.approval === undefined
        ? []
        : [[contentHash, { record: `${approvalText(about.approval)}, entry ${seq}`, hash: contentHash }] as const],
    ),
  );
  return [
    { record: `Policy ${policy.name} ${policy.version}`, hash: policy.hash },
    { record: 'Plan', hash: planHash },
    ...papers.map(({ title, id, textHash }) => ({ record: `${title} (${id}), text`, hash: textHash })),
    ...decided.values(),
    ...kpis.flatMap(({ kpi, evalSetHash }) =>
      evalSetHash === undefined ? [] : [{ record: `Evaluation set of ${kpi}`, hash: evalSetHash }],
    ),
    ...ofControls(report, voice),
  ];
}

/** Every hash by which a reader finds the bytes again: policy, plan, texts, decisions, forms and their documents. */
export const hashesTable = (report: Report, voice: Voice): Block => ({
  kind: 'table',
  columns: [{ title: 'Record' }, { title: 'SHA-256', kind: 'hash' }],
  rows: hashed(report, voice).map(({ record, hash }) => [voice.say(record), hash]),
});
