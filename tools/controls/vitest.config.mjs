import { defineConfig } from 'vitest/config';
import { project } from '../../vitest.config.mjs';
import { ROOT } from './ids.mjs';

const asItIs = project('as it is', ['test/domain/controls/*/*.test.ts']);
const disabled = project('disabled', ['test/domain/controls/*/[A-Z][A-Z]-*.test.ts'], [], {
  // Each file has modules of its own, in which one control is another.
  isolate: true,
  alias: [{ find: /^.*\/control\.js$/, replacement: `${ROOT}tools/controls/disabledControl.mjs` }],
});

/** Every control's tests as they are, and once more with that control, and no other, disabled. */
export default defineConfig({
  root: ROOT,
  test: { root: ROOT, projects: [asItIs, disabled], reporters: [`${ROOT}tools/controls/reporter.mjs`] },
});
