import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Writes what each test file came to, in which project, to the file named by CONTROLS_RESULT. */
export default class ControlsReporter {
  onRunComplete(_contexts, results) {
    const rows = results.testResults.map((file) => ({
      project: file.displayName.name,
      id: basename(file.testFilePath, '.test.ts'),
      broken: file.testExecError?.message ?? null,
      tests: file.testResults.map(({ title, status }) => ({ title, status })),
    }));
    writeFileSync(process.env.CONTROLS_RESULT, JSON.stringify(rows));
  }
}
