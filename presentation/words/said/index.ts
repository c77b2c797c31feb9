import type { Template } from '../fill.js';
import { access } from './access.js';
import { accessRequests } from './accessRequests.js';
import { accounts } from './accounts.js';
import { afterwards } from './afterwards.js';
import { agreements } from './agreements.js';
import { approvals } from './approvals.js';
import { cadence } from './cadence.js';
import { contract } from './contract.js';
import { controls } from './controls.js';
import { data } from './data.js';
import { engagement } from './engagement.js';
import { engine } from './engine.js';
import { evaluation } from './evaluation.js';
import { flags } from './flags.js';
import { form } from './form.js';
import { incidents } from './incidents.js';
import { knowledge } from './knowledge.js';
import { kpi } from './kpi.js';
import { leftBehind } from './leftBehind.js';
import { lifecycle } from './lifecycle.js';
import { onboarding } from './onboarding.js';
import { papers } from './papers.js';
import { people } from './people.js';
import { plan } from './plan.js';
import { policyChange } from './policyChange.js';
import { recertification } from './recertification.js';
import { register } from './register.js';
import { replacement } from './replacement.js';
import { security } from './security.js';
import { suitability } from './suitability.js';
import { tasks } from './tasks.js';

/** Words of every code that a rule can say, one file an area of `domain/`; a test holds them against the code. */
export const TABLES: readonly Record<string, Template>[] = [
  access,
  accessRequests,
  accounts,
  afterwards,
  agreements,
  approvals,
  cadence,
  contract,
  controls,
  data,
  engagement,
  engine,
  evaluation,
  flags,
  form,
  incidents,
  knowledge,
  kpi,
  leftBehind,
  lifecycle,
  onboarding,
  papers,
  people,
  plan,
  policyChange,
  recertification,
  register,
  replacement,
  security,
  suitability,
  tasks,
];
