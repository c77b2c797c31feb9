import type { Command } from 'commander';
import { type CaseRegister, caseRegister } from '../../contract/register.js';
import { withNames } from '../../presentation/words/people.js';
import {
  countriesText,
  originText,
  rolesText,
  sourcesText,
  termsText,
} from '../../presentation/words/registerWords.js';
import { waitingText } from '../../presentation/words/waitingText.js';
import { caseAt, workOf } from '../lib/act.js';
import { orNone } from '../lib/caseSections.js';
import { withExamples } from '../lib/examples.js';
import { askJson } from '../lib/http.js';
import { heading, safe, show } from '../lib/print.js';

/** `drawbridge case register`: who and what is there, and where answers do not agree. */
export function addCaseRegister(group: Command): void {
  const verb = group
    .command('register <case>')
    .description('show the register of a case: companies, tools, data sets, models, places, and answers that disagree')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { globals, session } = await workOf(command, { caseId, reads: true });
      const register = await askJson(session, `${caseAt(caseId)}/register`, caseRegister);
      show(globals.json, register, () => inWords(register));
    });
  withExamples(verb, 'case register CASE', 'case register CASE --json');
}

/** What does not agree, one line each. */
function disagreements({ disagreements: found, waiting, names }: CaseRegister): string {
  const lines = [
    ...found.map(({ text, holds }) => `${text}${holds === undefined ? '' : ` Holds ${holds}.`}`),
    ...waiting.flatMap(waitingText),
  ];
  return lines.length === 0 ? 'All answers agree.' : lines.map((line) => safe(withNames(line, names))).join('\n');
}

function inWords(register: CaseRegister): string {
  const { parties, tools, materials, kept, places, names } = register;
  const all: [string, string | undefined][] = [
    ['Disagreements', disagreements(register)],
    [
      'Companies',
      orNone(
        ['COMPANY', 'COUNTRY', 'ROLES'],
        parties.map((p) => [[p.name, ...p.alsoWritten].join(' / '), countriesText(p.countries), rolesText(p.roles)]),
      ),
    ],
    [
      'AI tools and third-party models',
      orNone(
        ['TOOL', 'TERMS', 'NAMED BY'],
        tools.map((t) => [t.tool, termsText(t).join(', '), sourcesText(t.sources)]),
      ),
    ],
    [
      'Data sets and models',
      orNone(
        ['NAME', 'KIND', 'ORIGIN, LICENCE, FORM', 'NAMED BY'],
        materials.map((m) => [m.name, m.kind, originText(m), sourcesText(m.sources)]),
      ),
    ],
    [
      'Kept',
      orNone(
        ['WHAT', 'WHERE'],
        kept.map((k) => [k.material, k.where]),
      ),
    ],
    [
      'Places',
      orNone(
        ['COUNTRY', 'WHY', 'PERSONAL DATA', 'NAMED BY'],
        places.map((p) => [
          p.country,
          withNames(p.because, names),
          p.personal ? 'may be seen' : 'no',
          sourcesText([p]),
        ]),
      ),
    ],
  ];
  return all.flatMap(([title, text]) => (text === undefined ? [] : [heading(title), text])).join('\n');
}
