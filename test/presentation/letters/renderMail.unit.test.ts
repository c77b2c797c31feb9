import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMailRenderer } from '../../../activities/mail/loadMailRenderer.js';
import type { Draft, Item } from '../../../presentation/letters/model.js';
import { type MailRenderer, personsIn } from '../../../presentation/letters/renderMail.js';
import { buildMailTemplates } from '../../../workers/buildMail.js';

let dir: string;
let render: MailRenderer;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-layout-'));
  await buildMailTemplates(dir);
  render = await loadMailRenderer([dir]);
});
afterAll(() => rm(dir, { recursive: true }));

const COMMAND = `drawbridge reading c-1 'two  spaces\nand a line break' VALUE --source "…" --eval-set ${'a'.repeat(64)}`;
const sign: Item = {
  title: 'Sign: Assignment of {person:p-7}',
  due: 'Due Fri 11 Sep 2026, 17:00 (Warsaw)',
  why: ['Nobody gets access to a repository before their own assignment is in force (IP-2).'],
  steps: [{ text: 'Sign what you have read:', commands: ['drawbridge sign c-1 ip-2 --file FILE'] }],
};
const respond: Item = {
  title: 'Respond: KPI “Arrivals” missed its target',
  due: '',
  why: [],
  steps: [{ text: '', commands: [COMMAND] }],
};
const draft: Draft = {
  subject: 'Sign by Fri 11 Sep: Assignment of {person:p-7} · Northwind ML',
  head: ['Acme', 'Northwind ML', 'Scoring model'],
  heading: sign.title,
  reader: 'Ana Łącka',
  intro: ['Acme works with Northwind ML on “Scoring model” and asks you for the following.'],
  items: [sign],
  href: 'https://drawbridge.example/tasks/0123',
  client: 'Acme',
};
const NAMES = { 'p-7': 'Bo Ek' };

const whole = `Acme · Northwind ML · Scoring model

Sign: Assignment of Bo Ek

Due Fri 11 Sep 2026, 17:00 (Warsaw)

Dear Ana Łącka,

Acme works with Northwind ML on “Scoring model” and asks you for the
following.

Go on here: https://drawbridge.example/tasks/0123

Nobody gets access to a repository before their own assignment is in force
(IP-2).

Sign what you have read:
drawbridge sign c-1 ip-2 --file FILE

Sent by Drawbridge for Acme. Replies to this address are not read.
`;

const several: Draft = { ...draft, heading: '2 tasks for you', intro: [], items: [sign, respond] };
const both = `Acme · Northwind ML · Scoring model

2 tasks for you

Dear Ana Łącka,

Go on here: https://drawbridge.example/tasks/0123

Sign: Assignment of Bo Ek
Due Fri 11 Sep 2026, 17:00 (Warsaw)

Nobody gets access to a repository before their own assignment is in force
(IP-2).

Sign what you have read:
drawbridge sign c-1 ip-2 --file FILE

Respond: KPI “Arrivals” missed its target
${COMMAND}

Sent by Drawbridge for Acme. Replies to this address are not read.
`;

test.each([
  ['one thing', draft, whole],
  ['several things', several, both],
])(
  'given a letter about %s, when rendered, then the text says all of it in order, commands as they are',
  (_, letter, text) => {
    expect(render(letter, NAMES)).toEqual({
      subject: 'Sign by Fri 11 Sep: Assignment of Bo Ek · Northwind ML',
      html: expect.any(String),
      text,
    });
  },
);

test('given a letter, when rendered, then the HTML says the same, links to one address and fetches nothing', () => {
  const { html } = render(several, NAMES);
  const said = html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<\/?(a|b|br)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
  for (const line of both.split('\n').filter(Boolean))
    expect(said).toContain(line.replace(/\s+/g, ' ').trim().slice(0, 60));
  expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([draft.href]);
  expect(html).not.toMatch(/<img|<link|<script|@import|url\(|src=/);
  expect(html).not.toMatch(/\{\{|\}\}/);
});

test('given markup, placeholders and control characters from outside, when rendered, then they are text', () => {
  const nasty = '<script>alert(1)</script> {{constructor}} "q" & \u202egnp.exe\u0000\ud800 </b>';
  const item = { title: nasty, due: '', why: [nasty], steps: [{ text: nasty, commands: [] }] };
  const letter = { ...draft, subject: `Hello\r\nBcc: all@example.com\u2028${nasty}`, head: [nasty], heading: nasty };
  const { subject, html, text } = render(
    { ...letter, reader: nasty, intro: [nasty], items: [item], client: nasty },
    {},
  );
  const shown = '<script>alert(1)</script> {{constructor}} "q" & gnp.exe\ufffd </b>';
  expect(subject).toBe(`Hello Bcc: all@example.com ${shown}`);
  for (const raw of ['<script', '&quot; <', '\u202e', '\u0000']) expect(html).not.toContain(raw);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {{constructor}} &quot;q&quot; &amp; gnp.exe\ufffd');
  expect(text.replace(/\s+/g, ' ').match(/<script>alert\(1\)<\/script> \{\{constructor\}\}/g)).toHaveLength(6);
});

test('given an address in what people wrote, when rendered, then it is no link', () => {
  const item = { ...sign, why: ['javascript:alert(1) https://evil.example <a href="//evil.example">'] };
  const { html } = render({ ...draft, items: [item] }, { 'p-7': 'Cy `rm` https://evil.example' });
  expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([draft.href]);
});

test('given ten megabytes of text, when rendered, then it is cut', () => {
  const item = { ...sign, why: ['y'.repeat(1e7)], title: '😀'.repeat(1e6) };
  expect(render({ ...draft, items: [item] }, {}).html.length).toBeLessThan(100_000);
});

test('given an erased person, when rendered, then the gap is named', () => {
  expect(render(draft, {}).subject).toBe(
    'Sign by Fri 11 Sep: Assignment of a person whose data was erased · Northwind ML',
  );
});

test('given a letter, when its persons are asked for, then each is told once', () => {
  const intro = ['Your contact there is {person:p-1}.'];
  expect(personsIn({ ...draft, intro })).toEqual(['p-7', 'p-1']);
});

test('given no layout was built, when loaded, then the error says what to run', async () => {
  await expect(loadMailRenderer([join(dir, 'none')])).rejects.toThrow(
    'The mail layout has not been built: run `npm run build`.',
  );
});
