import type { Intake, Sourcing } from '../../case/intake.js';
import type { CaseState } from '../../case/state.js';
import type { Day } from '../../time.js';
import { suppliedTo } from '../evaluation/supplied.js';
import { OUTCOME_FORM } from './SU-1.js';
import { CORE_PRODUCT_FORM } from './SU-2.js';
import { TRANSFER_FORM } from './SU-4.js';
import { SOURCING_FORM } from './SU-6.js';

/** What is known of why and how the work leaves the house: forms first, the intake where there is none. */
export type Given = {
  outcome: Intake['outcome'];
  aiIsCoreProduct?: boolean;
  approach?: Sourcing['approach'];
  /** An executive's reason to outsource the core product for good (SU-2). */
  overrideReason?: string;
  reasons: Sourcing['reasons'];
  weeksToShip?: { vendor: number; inHouse: number };
  transfer?: { on: Day; team: number };
};

/** The answers to SU-1, SU-2, SU-4 and SU-6 of a case. */
export function givenOf(state: CaseState): Given {
  const { sourcing, outcome } = state.intake;
  const core = suppliedTo(state, 'SU-2', CORE_PRODUCT_FORM);
  const transfer = suppliedTo(state, 'SU-4', TRANSFER_FORM) ?? sourcing?.transfer;
  const why = suppliedTo(state, 'SU-6', SOURCING_FORM);
  const written = suppliedTo(state, 'SU-1', OUTCOME_FORM);
  const said = core ?? sourcing;
  const weeks = why?.weeksToShip ?? sourcing?.weeksToShip;
  return {
    outcome: written ?? outcome,
    ...(said && { aiIsCoreProduct: said.aiIsCoreProduct, approach: said.approach }),
    ...(core?.reason !== undefined && { overrideReason: core.reason }),
    reasons: why?.reasons ?? sourcing?.reasons ?? [],
    ...(weeks && { weeksToShip: weeks }),
    ...(transfer && { transfer: { on: transfer.on, team: transfer.team.length } }),
  };
}
