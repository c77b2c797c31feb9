import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { CONTROLS } from '../../../domain/controls/index.js';
import { PERSON_LOCKS } from '../../../domain/controls/locks.js';

/** Rooms that take from a control what it does, and never look for one by its id. `tools/` drives cases from outside, as tests do. */
const ROOMS = [
  'activities',
  'api',
  'cli',
  'client',
  'contract',
  'domain',
  'evidence',
  'policy',
  'presentation',
  'providers',
  'rehearsal',
  'store',
  'workers',
  'workflows',
];
const OWN = [join('domain', 'controls'), join('presentation', 'words', 'said')];

const isId = (text: string): boolean => /^[A-Z]{2}-\d*$/.test(text.split(/[:.]/)[0] ?? '');
const isPath = (text: string): boolean => /\/[A-Z]{2}-\d+\.js$/.test(text);

/** Ids of controls that a file uses as values: whole strings, keys, heads of templates, files imported. Sentences may name one to a reader. */
function idsIn(file: string, text = readFileSync(file, 'utf8')): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const says = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) ? node.text : '';
    if (isId(says) || isPath(says))
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${says}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const FILES = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(room, file)),
);

test('given the rooms outside the catalogue, when they are read, then none of them knows a control by its id', () => {
  const outside = FILES.filter((file) => !OWN.some((own) => file.startsWith(own)));
  expect(outside.length).toBeGreaterThan(300);
  expect(outside.flatMap((file) => idsIn(file))).toEqual([]);
});

test('given code that uses an id in any of its forms, then it is found, and a sentence or a code is not', () => {
  const code = [
    "state.plan.controls['IP-2'];",
    `state.evidence[\`DC-1:\${person}\`];`,
    "id.startsWith('RF-');",
    "const owners = { 'KT-1': 'legal' };",
    "import { declared } from '../controls/contract/IP-6.js';",
    "const text = 'Not entered (EM-3).';",
    "say('RP1.too-slow');",
  ].join('\n');
  expect(idsIn('a.ts', code)).toEqual([
    'a.ts:1 IP-2',
    'a.ts:2 DC-1:',
    'a.ts:3 RF-',
    'a.ts:4 KT-1',
    'a.ts:5 ../controls/contract/IP-6.js',
  ]);
});

test('given the catalogue, then what other rooms ask of its controls is said by these', () => {
  const those = (does: (control: (typeof CONTROLS)[string]) => unknown): string[] =>
    Object.values(CONTROLS).flatMap((control) => (does(control) ? [control.id] : []));
  expect({
    locked: Object.fromEntries(Object.values(CONTROLS).flatMap(({ id, locked }) => (locked ? [[id, locked]] : []))),
    personLocks: PERSON_LOCKS,
    bindsRegion: those((c) => c.bindsRegion),
    ownerIn: those((c) => c.ownerIn),
    held: those((c) => c.attests === 'held'),
    inProgress: those((c) => c.attests === 'in-progress'),
    redFlags: those((c) => c.redFlag),
  }).toEqual({
    locked: {
      'RF-2': { kind: 'deal-breaker', clearedBy: 'legal' },
      'IP-2': { kind: 'gate', holds: ['repo'] },
      'AU-1': { kind: 'always' },
      'AU-2': { kind: 'always' },
    },
    personLocks: ['IP-2'],
    bindsRegion: ['DP-2'],
    ownerIn: ['KT-1'],
    held: ['SA-1', 'SA-2'],
    inProgress: ['SA-3'],
    redFlags: ['RF-1', 'RF-2', 'RF-3', 'RF-4', 'RF-5', 'RF-6', 'RF-7'],
  });
});
