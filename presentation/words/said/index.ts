import type { Template } from '../fill.js';
import { access } from './access.js';
import { controls } from './controls.js';
import { engine } from './engine.js';
import { flags } from './flags.js';
import { form } from './form.js';
import { knowledge } from './knowledge.js';
import { kpi } from './kpi.js';
import { lifecycle } from './lifecycle.js';
import { onboarding } from './onboarding.js';
import { policyChange } from './policyChange.js';
import { security } from './security.js';
import { tasks } from './tasks.js';

/** Words of every code that a rule can say, one file an area of `domain/`; a test holds them against the code. */
export const TABLES: readonly Record<string, Template>[] = [
  access,
  controls,
  engine,
  flags,
  form,
  knowledge,
  kpi,
  lifecycle,
  onboarding,
  policyChange,
  security,
  tasks,
];
