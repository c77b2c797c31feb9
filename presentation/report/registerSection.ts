import type { Report } from '../../contract/report.js';
import { type Block, tableOr } from '../page/page.js';
import { choiceText } from '../words/fill.js';
import { countriesText, originText, rolesText, sourcesText, termsText } from '../words/registerWords.js';
import type { Voice } from '../words/voice.js';
import { waitingText } from '../words/waitingText.js';

type Register = Report['register'];

/** Answers that do not agree, in force and in what waits. */
function disagreementBlocks({ disagreements, waiting }: Register, voice: Voice): Block[] {
  const inForce = disagreements.map(
    ({ text, holds }) => `${voice.say(text)} ${holds === undefined ? 'It holds nothing.' : `It holds ${holds}.`}`,
  );
  const ahead = waiting.flatMap(waitingText).map((text) => voice.say(text));
  const items = [...inForce, ...ahead];
  return items.length === 0 ? [{ kind: 'text', text: 'All answers agree.' }] : [{ kind: 'list', items }];
}

/** Companies, tools, data sets, models and places of the case, with the answers that name them. */
export function registerBlocks({ register }: Report, voice: Voice): Block[] {
  const { parties, tools, materials, kept, places } = register;
  return [
    ...disagreementBlocks(register, voice),
    tableOr(
      'No company is known.',
      [{ title: 'Company' }, { title: 'Country' }, { title: 'Roles' }],
      parties.map((p) => [{ text: p.name, more: p.alsoWritten }, countriesText(p.countries), rolesText(p.roles)]),
    ),
    tableOr(
      'No AI tool or third-party model is named.',
      [{ title: 'Tool' }, { title: 'Terms', kind: 'wide' }, { title: 'Named by' }],
      tools.map((t) => [t.tool, termsText(t).join(', '), sourcesText(t.sources)]),
    ),
    tableOr(
      'No data set or model is named.',
      [{ title: 'Data set or model' }, { title: 'Origin, licence, form' }, { title: 'Named by' }],
      materials.map((m) => [{ text: m.name, more: [choiceText(m.kind)] }, originText(m), sourcesText(m.sources)]),
    ),
    ...(kept.length === 0
      ? []
      : [
          {
            kind: 'facts' as const,
            rows: kept.map((k) => ({ label: choiceText(k.material), value: choiceText(k.where) })),
          },
        ]),
    tableOr(
      'No place is known.',
      [{ title: 'Country' }, { title: 'Why' }, { title: 'Personal data' }, { title: 'Named by' }],
      places.map((p) => [p.country, voice.say(p.because), p.personal ? 'may be seen' : 'no', sourcesText([p])]),
    ),
  ];
}
