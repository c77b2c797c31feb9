import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMailRenderer } from '../../../activities/mail/loadMailRenderer.js';
import type { Letter } from '../../../domain/mail/letter.js';
import { type MailContent, type MailRenderer, personsIn } from '../../../presentation/letters/renderMail.js';
import { buildMailTemplates } from '../../../workers/buildMail.js';

let dir: string;
let render: MailRenderer;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-layout-'));
  await buildMailTemplates(dir);
  render = await loadMailRenderer([dir]);
});
afterAll(() => rm(dir, { recursive: true }));

const letter: Letter = {
  subject: 'Sign the assignment of inventions',
  what: 'Please sign the present assignment of inventions for {person:p-7}.\n\nAccess to acme/scoring opens once it is in force.',
  byWhen: '2026-09-11T15:00:00.000Z',
  why: 'IP-2: without a present assignment by every person, the work belongs to somebody else.',
  how: [
    'Read the paper at </cases/c-1/papers/ip-2>.',
    'Sign it: `drawbridge submit c-1 --paper ip-2 --as {person:p-7} --file assignment.pdf`',
    'drawbridge tasks --case c-1',
    'Ask {person:p-1} when something is unclear (see https://docs.example/ip-2).',
  ],
  vendor: 'Northwind ML',
  caseTitle: 'Scoring model',
};
const content = (more: Partial<Letter> = {}, rest: Partial<MailContent> = {}): MailContent => ({
  template: 'task',
  letter: { ...letter, ...more },
  reader: { name: 'Ana Łącka', timeZone: 'Europe/Warsaw' },
  names: { 'p-7': 'Bo Ek', 'p-1': 'Cy `rm -rf` https://evil.example' },
  baseUrl: 'https://drawbridge.example/',
  ...rest,
});

const whole = `Your task · Northwind ML · Scoring model

Sign the assignment of inventions

Dear Ana Łącka,

Please sign the present assignment of inventions for Bo Ek.

Access to acme/scoring opens once it is in force.

By when

Friday 11 September 2026, 17:00, Europe/Warsaw time (UTC+02:00)
2026-09-11T15:00:00.000Z

Why

IP-2: without a present assignment by every person, the work belongs to
somebody else.

How
 1. Read the paper at https://drawbridge.example/cases/c-1/papers/ip-2.
 2. Sign it:
    drawbridge submit c-1 --paper ip-2 --as p-7 --file assignment.pdf
 3. drawbridge tasks --case c-1
 4. Ask Cy rm -rf https evil.example when something is unclear (see
    https://docs.example/ip-2).

Drawbridge sends this because the case needs it. Do not reply: nobody reads
this address.
`;

test('given a letter, when rendered, then the text says all of it in order', () => {
  const { subject, text } = render(content());
  expect(subject).toBe('Sign the assignment of inventions');
  expect(text).toBe(whole);
});

test('given a letter, when rendered, then the HTML says the same and fetches nothing', () => {
  const { html } = render(content());
  const said = html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<\/?(a|b|br)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  for (const line of whole.split('\n').filter(Boolean))
    expect(said).toContain(line.replace(/^ *\d\. |^ +/, '').slice(0, 30));
  expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
    'https://drawbridge.example/cases/c-1/papers/ip-2',
    'https://docs.example/ip-2',
  ]);
  expect(html).not.toMatch(/<img|<link|<script|@import|url\(|src=/);
  expect(html).not.toMatch(/\{\{|\}\}/);
});

test.each([
  ['task', 'Your task'],
  ['reminder', 'Reminder'],
  ['escalation', 'Escalated to you'],
  ['notice', 'For your information'],
  ['invitation', 'Invitation'],
] as const)('given the template %s, when rendered, then it is headed so', (template, heading) => {
  expect(render(content({}, { template })).text).toBe(whole.replace('Your task', heading));
});

test('given no due date, no steps and no title, when rendered, then their headings are absent', () => {
  const { text } = render(content({ byWhen: undefined, how: [], caseTitle: undefined }));
  expect(text).toBe(
    whole
      .replace(' · Scoring model', '')
      .replace(/By when[\s\S]*Z\n\n/, '')
      .replace(/How\n[\s\S]*?\n\n/, ''),
  );
});

test.each([
  ['America/New_York', 'Friday 11 September 2026, 11:00, America/New_York time (UTC-04:00)'],
  ['Asia/Kolkata', 'Friday 11 September 2026, 20:30, Asia/Kolkata time (UTC+05:30)'],
  ['Europe/Nowhere', 'Friday 11 September 2026, 15:00, UTC'],
  [undefined, 'Friday 11 September 2026, 15:00, UTC'],
])('given a reader in %s, when rendered, then the due date is theirs', (timeZone, local) => {
  const { text } = render(content({}, { reader: { name: 'Ana', timeZone } }));
  expect(text).toContain(`By when\n\n${local}\n2026-09-11T15:00:00.000Z\n`);
});

test('given markup, placeholders and control characters from outside, when rendered, then they are text', () => {
  const nasty = '<script>alert(1)</script> {{constructor}} "q" & \u202egnp.exe\u0000\ud800 </b>';
  const { subject, html, text } = render(
    content(
      {
        subject: `Hello\r\nBcc: all@example.com\u2028${nasty}`,
        what: nasty,
        why: nasty,
        how: [nasty],
        vendor: nasty,
        caseTitle: nasty,
      },
      { reader: { name: nasty } },
    ),
  );
  const shown = '<script>alert(1)</script> {{constructor}} "q" & gnp.exe\ufffd </b>';
  expect(subject).toBe(`Hello Bcc: all@example.com ${shown}`);
  for (const raw of ['<script', '&quot; <', '\u202e', '\u0000']) expect(html).not.toContain(raw);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {{constructor}} &quot;q&quot; &amp; gnp.exe\ufffd');
  expect(text.replace(/\s+/g, ' ').match(/<script>alert\(1\)<\/script> \{\{constructor\}\}/g)).toHaveLength(6);
});

test.each(['javascript:alert(1)', '<//evil.example/x>', '<\\\\evil.example>', '<data:text/html,x>'])(
  'given the step %s, when rendered, then no link leaves the base but https',
  (step) => {
    const { html } = render(content({ how: [step] }));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(links.filter((link) => !link?.startsWith('https://drawbridge.example/'))).toEqual([]);
  },
);

test('given ten megabytes of text, when rendered, then it is cut', () => {
  const { subject, html } = render(content({ subject: 'x'.repeat(1e7), what: 'y'.repeat(1e7), why: '😀'.repeat(1e6) }));
  expect(subject).toHaveLength(200);
  expect(html.length).toBeLessThan(100_000);
});

test('given an erased person, when rendered, then the gap is named', () => {
  const { text } = render(content({}, { names: {} }));
  expect(text).toContain('assignment of inventions for a person whose data was\nerased.');
});

test('given a letter, when its persons are asked for, then each is told once', () => {
  expect(personsIn(letter)).toEqual(['p-7', 'p-1']);
});

test('given no layout was built, when loaded, then the error says what to run', async () => {
  await expect(loadMailRenderer([join(dir, 'none')])).rejects.toThrow(
    'The mail layout has not been built: run `npm run build`.',
  );
});
