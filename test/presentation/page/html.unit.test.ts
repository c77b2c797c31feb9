import type { Report } from '../../../contract/report.js';
import { pageHtml } from '../../../presentation/page/html.js';
import type { Page } from '../../../presentation/page/page.js';
import { reportPage } from '../../../presentation/report/page.js';
import { SAMPLE } from '../../support/api/sampleReport.js';

const printed = (change: Partial<Report> = {}): string => pageHtml(reportPage({ ...SAMPLE, ...change }));
const inZone = (timeZone: string): string => printed({ client: { ...SAMPLE.client, timeZone } });

/** What stands between two marks of a page. */
function between(html: string, from: string, to: string): string {
  const start = html.indexOf(from) + from.length;
  return html.slice(start, html.indexOf(to, start));
}

const PAGE: Page = {
  kind: 'Report',
  title: 'Eta',
  subtitle: ['Day 3.'],
  answer: { tone: 'wait', headline: 'Paused', points: [], facts: [{ label: 'Next', value: 'Go on.' }] },
  sections: [],
  reference: 'Case c-1',
  footer: 'Drawbridge',
};

test('given a report, when it is printed, then it is one file without scripts, and nothing is fetched', () => {
  const html = printed();
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base|form)\b|url\(|@import|\ssrc=|\son\w+=/i);
  expect([...html.matchAll(/\shref="([^"]*)"/g)].filter(([, to = '']) => !to.startsWith('#'))).toEqual([]);
});

test('given a report, then its contents lead to every section', () => {
  const html = printed();
  const ids = [...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => `#${id}`);
  expect([...html.matchAll(/\shref="([^"]*)"/g)].map(([, to]) => to)).toEqual(ids);
  expect(ids).toEqual(reportPage(SAMPLE).sections.map(({ id }) => `#${id}`));
});

test('given each kind of block, then this is its markup', () => {
  const html = pageHtml({
    ...PAGE,
    sections: [
      {
        id: 'all',
        heading: 'All',
        blocks: [
          { kind: 'heading', text: 'A heading' },
          { kind: 'text', text: 'A text' },
          { kind: 'list', items: ['one', 'two'] },
          { kind: 'facts', rows: [{ label: 'Client', value: 'Meridian' }] },
          {
            kind: 'table',
            columns: [{ title: 'What' }, { title: 'How many', kind: 'num' }, { title: 'When', kind: 'when' }],
            rows: [[{ text: 'IP-1', more: ['Ada'], tone: 'bad' }, '3', '']],
            note: 'By entry.',
          },
          {
            kind: 'answers',
            groups: [
              { heading: 'IP-1', note: 'Ada', policy: ['at least 3'], pairs: [{ question: 'How?', answer: 'So' }] },
            ],
          },
          { kind: 'share', parts: [{ label: 'The client', share: '40' }] },
        ],
      },
    ],
  });
  expect(between(html, '<h2>1. All</h2>', '</section>\n</main>')).toBe(
    [
      '<h3>A heading</h3><p>A text</p><ul><li>one</li><li>two</li></ul>',
      '<dl><div><dt>Client</dt><dd>Meridian</dd></div></dl><table>\n',
      '<caption>By entry.</caption><thead><tr><th scope="col" class="">What</th>',
      '<th scope="col" class="num">How many</th><th scope="col" class="when">When</th></tr></thead>\n',
      '<tbody><tr><th scope="row" class=""><strong class="bad">IP-1</strong><span class="more">Ada</span></th>',
      '<td class="num" data-title="How many">3</td><td class="when empty" data-title="When"></td></tr></tbody></table>',
      '<div class="forms"><section class="form"><h4>IP-1</h4>\n',
      '<p class="soft">Ada</p><p class="policy">Policy: at least 3.</p>\n',
      '<dl class="answers"><div><dt>How?</dt><dd>So</dd></div></dl></section></div>',
      '<div class="share" aria-hidden="true"><span class="s0" style="width:40%"></span></div>',
    ].join(''),
  );
});

test('given what people wrote, then it is escaped, and people are called by name', () => {
  const html = printed();
  expect(html).toContain('&lt;b&gt;until then&lt;/b&gt;');
  expect(html).not.toContain('<b>until then');
  expect(html).toContain('Łukasz Zieliński');
  expect(html).not.toContain('p-engineer');
});

/** Texts of a report that people write, all of them hostile. */
const WRITTEN =
  /^(title|name|outcome|reason|reasons|question|answer|answers|thresholds|text|why|source|formula|unit|detail)$/;
const HOSTILE = `"'><script>alert(1)</script>`;
const hostile = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') return WRITTEN.test(key) ? `${value}${HOSTILE}` : value;
  if (Array.isArray(value)) return value.map((one) => hostile(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, name)]));
};

test('given hostile text wherever people write, then none of it becomes markup', () => {
  const html = pageHtml(
    reportPage({ ...SAMPLE, ...(hostile(SAMPLE) as Report), names: { [SAMPLE.openedBy]: HOSTILE } }),
  );
  expect(html).not.toContain('<script');
  expect(html.split('&quot;&#39;&gt;&lt;script&gt;').length).toBeGreaterThan(30);
});

test('given a person whose data was erased, then they are called by id', () => {
  expect(printed({ names: {} })).toContain('p-engineer00000000');
});

test('given a broken ledger, then it is said first, in the answer', () => {
  const verification = {
    ok: false as const,
    brokenSeq: 17,
    message: 'The content of entry 17 is not what was hashed.',
  };
  const html = printed({ ledger: { ...SAMPLE.ledger, verification } });
  const [before, answer = ''] = html.split('<section class="answer bad">');
  expect(before).not.toContain('entry 17');
  expect(between(answer, '<ul><li>', '</li>')).toBe('The ledger does not verify: it is broken at entry 17.');
  expect(answer).toContain(
    '<dt>Ledger</dt><dd>Not verified. Entry 17: The content of entry 17 is not what was hashed.</dd>',
  );
});

describe('on paper', () => {
  const footOf = (html: string): string => between(html, '@media print', '</style>').split('@page ').at(-1) ?? '';

  test('each sheet has its number and names the case', () => {
    const html = printed();
    expect(html).toContain('@bottom-right { content: "Page " counter(page) " of " counter(pages);');
    expect(footOf(html)).toBe(
      '{ @bottom-left { content: "Case c-0123456789abcdef · Tue 22 Sep 2026, 10:30 (Dublin)"; } }',
    );
  });

  test.each([
    ['a quotation mark', 'x"; } } body { display: none; }'],
    ['an escape', 'x\\'],
    ['a line feed', 'x\n} body { display: none; }'],
    ['a carriage return', 'x\r} body { display: none; }'],
    ['a form feed', 'x\f} body { display: none; }'],
    ['an end of the style', 'x</style><script>alert(1)</script>'],
  ])('given %s in what the sheets are headed by, then it stays within its string', (_what, reference) => {
    const html = pageHtml({ ...PAGE, reference, title: reference, kind: reference });
    expect(footOf(html)).toMatch(/^\{ @bottom-left \{ content: "[^"\\<\n\r\f]*"; \} \}$/);
    expect(html.split('</style>')).toHaveLength(2);
    expect(html).not.toContain('<script');
  });
});

test('given a client in another zone, then days and times are of that zone, and the head names it', () => {
  const [dublin, auckland] = [inZone('Europe/Dublin'), inZone('Pacific/Auckland')];
  expect(dublin).toContain('Times are Dublin time.');
  expect(dublin).toContain('Sun 20 Sep 2026, 23:00');
  expect(auckland).toContain('Times are Auckland time.');
  expect(auckland).toContain('Mon 21 Sep 2026, 10:00');
  expect(auckland).not.toContain('Sun 20 Sep 2026, 23:00');
  expect(dublin).toContain('0.89 on Fri 11 Sep 2026 (missed)');
  expect(auckland).toContain('0.89 on Sat 12 Sep 2026 (missed)');
});
