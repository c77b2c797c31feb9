import { pageText } from '../../cli/lib/pageText.js';
import type { Block, Page } from '../../presentation/page/page.js';
import { plotOf } from '../../presentation/page/plot.js';
import { SAMPLE } from '../support/api/sampleReport.js';

const [kpi] = SAMPLE.kpis;
const plot = kpi && plotOf(kpi, 'Europe/Dublin');
if (plot === undefined) throw new Error('The sample has a KPI with readings.');

const PAGE: Page = {
  kind: 'Report',
  title: 'Eta',
  subtitle: ['Day 3 of the plan.'],
  answer: {
    tone: 'bad',
    headline: 'Needs attention: 1 point',
    points: ['Red flag RF-2'],
    facts: [
      { label: 'Next', value: 'Sign' },
      { label: 'Waiting for', value: 'The vendor' },
    ],
  },
  sections: [],
  reference: 'Case c-1',
  footer: 'Drawbridge, case c-1',
};
const withBlocks = (...blocks: Block[]): Page => ({
  ...PAGE,
  sections: [
    { id: 'shown', heading: 'Shown', blocks },
    { id: 'detail', heading: 'In full', blocks: [{ kind: 'text', text: 'Only in the page' }], detail: true },
  ],
});

test('given a page, then its text leads with the answer, and details are left out', () => {
  const text = pageText(
    withBlocks(
      { kind: 'heading', text: 'A heading' },
      { kind: 'text', text: 'A text' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'facts', rows: [{ label: 'Client', value: 'Meridian' }] },
      {
        kind: 'table',
        columns: [{ title: 'Control' }, { title: 'Due', kind: 'when' }],
        rows: [
          [{ text: 'IP-1', more: ['Ada'], tone: 'bad' }, 'Tue 1 Sep 2026'],
          ['IP-2', { text: '', more: [] }],
        ],
        note: 'By entry.',
      },
      {
        kind: 'answers',
        groups: [{ heading: 'IP-1', note: 'Ada', policy: [], pairs: [{ question: 'How?', answer: 'So' }] }],
      },
      { kind: 'share', parts: [{ label: 'The client', share: '40' }] },
      { kind: 'plot', plot },
    ),
  );
  expect(text.split('\n')).toEqual([
    'Report: Eta',
    'Day 3 of the plan.',
    '',
    'Needs attention: 1 point',
    '- Red flag RF-2',
    'Next         Sign',
    'Waiting for  The vendor',
    '',
    'Shown',
    'A heading',
    'A text',
    '- one',
    '- two',
    'Client  Meridian',
    'CONTROL  DUE',
    'IP-1     Tue 1 Sep 2026',
    'Ada',
    'IP-2     -',
    plot.alt,
  ]);
});

const HOSTILE = '\u001b[2J\u0007\u009b1m\u202e';

test('given control and direction characters wherever text stands, then none reaches the terminal', () => {
  const h = (text: string): string => `${text}${HOSTILE}`;
  const text = pageText({
    ...withBlocks(
      { kind: 'heading', text: h('heading') },
      { kind: 'text', text: h('text') },
      { kind: 'list', items: [h('item')] },
      { kind: 'facts', rows: [{ label: 'Client', value: h('value') }] },
      {
        kind: 'table',
        columns: [{ title: 'One' }, { title: 'Two' }],
        rows: [
          [h('cell'), { text: h('toned'), more: [h('more')], tone: 'wait' }],
          [{ text: h('plain') }, ''],
        ],
      },
      { kind: 'plot', plot: { ...plot, alt: h('plot') } },
    ),
    kind: h('kind'),
    title: h('title'),
    subtitle: [h('subtitle')],
    answer: {
      tone: 'good',
      headline: h('headline'),
      points: [h('point')],
      facts: [{ label: 'Next', value: h('next') }],
    },
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(text.split('\ufffd[2J\ufffd\ufffd1m\ufffd')).toHaveLength(16);
});
