import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Writes what each test file came to, in which project, to the file named by CONTROLS_RESULT. */
export default class ControlsReporter {
  onTestRunEnd(files) {
    const rows = files.map((file) => ({
      project: file.project.name,
      id: basename(file.moduleId, '.test.ts'),
      broken: file.errors()[0]?.message ?? null,
      tests: [...file.children.allTests()].map((test) => ({ title: test.name, status: test.result().state })),
    }));
    writeFileSync(process.env.CONTROLS_RESULT, JSON.stringify(rows));
  }
}
