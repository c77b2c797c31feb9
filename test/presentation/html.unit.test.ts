import { reportHtml } from '../../presentation/report/html.js';
import { SAMPLE } from '../support/api/sampleReport.js';

test('given a report, when it is printed, then it is one file without scripts and without anything fetched', () => {
  const html = reportHtml(SAMPLE);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/i);
});

test('what people wrote is escaped, and people are called by name', () => {
  const html = reportHtml(SAMPLE);
  expect(html).toContain('&lt;b&gt;until then&lt;/b&gt;');
  expect(html).not.toContain('<b>until then');
  expect(html).toContain('Łukasz Zieliński');
  expect(html).not.toContain('p-engineer');
});

test('a person whose data was erased is called by id', () => {
  expect(reportHtml({ ...SAMPLE, names: {} })).toContain('p-engineer00000000');
});

test('a broken ledger is said first', () => {
  const verification = {
    ok: false as const,
    brokenSeq: 17,
    message: 'The content of entry 17 is not what was hashed.',
  };
  const html = reportHtml({ ...SAMPLE, ledger: { ...SAMPLE.ledger, verification } });
  expect(html).toContain('Ledger NOT verified.');
  expect(html).toContain('The ledger does not verify: it is broken at entry 17.');
});
