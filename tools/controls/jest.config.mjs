import config from '../../jest.config.mjs';
import { CONTROL_FILES, ROOT } from './ids.mjs';

const unit = config.projects.find((p) => p.displayName === 'unit');

/** One project for each control, in which that control alone is disabled and only its own test file runs. */
const disabled = CONTROL_FILES.map(({ area, id }) => ({
  ...unit,
  rootDir: ROOT,
  displayName: id,
  globals: { DISABLED_CONTROL: id },
  moduleNameMapper: { '(^|/)control\\.js$': `${ROOT}tools/controls/disabledControl.mjs`, ...unit.moduleNameMapper },
  testMatch: [`<rootDir>/test/domain/controls/${area}/${id}.test.ts`],
}));
const asItIs = {
  ...unit,
  rootDir: ROOT,
  displayName: 'as it is',
  testMatch: ['<rootDir>/test/domain/controls/*/*.test.ts'],
};

export default {
  rootDir: ROOT,
  projects: [asItIs, ...disabled],
  reporters: [`${ROOT}tools/controls/reporter.mjs`],
};
