import type { Report } from '../../contract/report.js';
import { STANDARDS_SOURCES } from '../../domain/controls/standards.js';
import { approvalText } from '../facts/names.js';
import type { Block } from '../page/page.js';
import type { Voice } from '../words/voice.js';

type Reference = { record: string; codes?: string[]; hash?: string };

/* Of one control: where auditors look for it, and the hashes of its forms and of what they hold. */
function ofControl(id: string, controls: Report['controls'], voice: Voice): Reference[] {
  const [first] = controls;
  if (first === undefined) return [];
  const codes = STANDARDS_SOURCES.map(({ key }) => first.standards[key].join(' '));
  const forms = controls.flatMap(({ evidence, person, documents }): Reference[] =>
    evidence === undefined
      ? []
      : [
          { record: `${id}${person === undefined ? '' : ` ${voice.name(person)}`}, form`, hash: evidence.formHash },
          ...documents.map(({ question, hash }) => ({ record: `${id}: ${question}`, hash })),
        ],
  );
  const [form, ...more] = forms;
  return form === undefined ? [{ record: id, codes }] : [{ ...form, codes }, ...more];
}

function references({ policy, planHash, papers, decisions, controls, kpis }: Report, voice: Voice): Reference[] {
  const ids = [...new Set(controls.map(({ id }) => id))];
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
    ...ids.flatMap((id) =>
      ofControl(
        id,
        controls.filter((control) => control.id === id),
        voice,
      ),
    ),
  ];
}

/** Codes of standards and hashes, in one table. */
export const referencesTable = (report: Report, voice: Voice): Block => ({
  kind: 'table',
  columns: [
    { title: 'Record' },
    ...STANDARDS_SOURCES.map(({ short }) => ({ title: short })),
    { title: 'SHA-256', kind: 'hash' },
  ],
  rows: references(report, voice).map(({ record, codes = STANDARDS_SOURCES.map(() => ''), hash = '' }) => [
    voice.say(record),
    ...codes,
    hash,
  ]),
  note: `${STANDARDS_SOURCES.map(({ title, source }) => `${title} (${source})`).join('; ')}.`,
});
