import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Book } from '../support/domain/book.js';
import { exportedLines } from '../support/evidence/exported.js';

/** The ledger of a case that was just opened, as it is exported. */
const exported = (): string[] => exportedLines('c-test', new Book().rows);

/** A folder with the built `evidence/` and `domain/`, the packages that they name, and nothing else. */
function alone(): string {
  const home = mkdtempSync(join(tmpdir(), 'drawbridge-evidence-'));
  for (const room of ['evidence', 'domain']) cpSync(`dist/${room}`, join(home, room), { recursive: true });
  for (const name of ['canonicalize', '@noble/hashes']) {
    mkdirSync(join(home, 'node_modules', name), { recursive: true });
    cpSync(`node_modules/${name}`, join(home, 'node_modules', name), { recursive: true });
  }
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
  return home;
}

const VERIFY = `
  import { verifyExport } from './evidence/verifyExport.js';
  let text = '';
  for await (const part of process.stdin) text += part;
  console.log(JSON.stringify(await verifyExport(text.split('\\n'))));
`;

test('given evidence/ and domain/ alone, without database, engine and store, when an export is verified, then it verifies, and a changed one does not', () => {
  const home = alone();
  try {
    const verify = (lines: string[]): unknown =>
      JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '--eval', VERIFY], {
          cwd: home,
          input: lines.join('\n'),
          encoding: 'utf8',
        }),
      );
    const lines = exported();
    const { head } = JSON.parse(lines[0] ?? '');
    expect(verify(lines)).toEqual({ ok: true, caseId: 'c-test', rows: lines.length - 1, head, stateMatches: true });
    expect(verify(lines.map((line, i) => (i === 2 ? line.replace('"at":"2026', '"at":"2025') : line)))).toEqual({
      ok: false,
      caseId: 'c-test',
      brokenSeq: 2,
      message: 'The content of entry 2 is not what was hashed.',
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
