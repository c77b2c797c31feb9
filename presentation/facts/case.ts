import { refOf } from '../../domain/access/resources.js';
import { policyText, policyView } from '../plan/policyView.js';
import { OUTCOME_WORDS } from '../words/names.js';
import { wordsOf } from '../words/words.js';
import type { Narrators } from './fact.js';
import { stageName } from './names.js';

type CaseFact =
  | 'CaseOpened'
  | 'StageCompleted'
  | 'StageReopened'
  | 'PendingPartyChanged'
  | 'ScopeChanged'
  | 'CaseRecovered'
  | 'CasePaused'
  | 'CaseResumed'
  | 'CaseClosing'
  | 'CaseClosed';

const PENDING = {
  client: 'Waiting for the client',
  vendor: 'Waiting for the vendor',
  both: 'Waiting for the client and the vendor',
  nobody: 'No open tasks',
} as const;

/** Facts of the case as a whole and its stages. */
export const CASE: Narrators<CaseFact> = {
  CaseOpened: ({ intake, plan, policyOrigin }) => ({
    kind: 'case',
    mark: 'note',
    text: `Case opened: ${intake.title}, ${intake.vendor.name} for ${intake.client.name}`,
    why: `Policy ${policyText(policyView({ plan, policyOrigin }))}.`,
    about: {},
  }),
  StageCompleted: ({ stage }) => ({
    kind: 'case',
    mark: 'good',
    text: `${stageName(stage)} gate opened`,
    about: { stage },
  }),
  StageReopened: ({ stage, reason }, reader) => ({
    kind: 'case',
    mark: 'bad',
    text: `${stageName(stage)} gate closed again`,
    why: wordsOf(reason, reader),
    about: { stage },
  }),
  PendingPartyChanged: ({ to }) => ({ kind: 'case', mark: 'wait', text: PENDING[to], about: {} }),
  ScopeChanged: ({ change, reason }) => ({
    kind: 'case',
    mark: 'note',
    text: 'Scope changed',
    why: reason,
    about: {
      resources: [...(change.add ?? []).map(refOf), ...(change.remove ?? [])],
    },
  }),
  CaseRecovered: ({ forced }) => ({
    kind: 'case',
    mark: 'note',
    text: 'Run restarted from the ledger by an operator',
    ...(forced && { why: 'A run that was still open was ended for it.' }),
    about: {},
  }),
  CasePaused: ({ reason }) => ({ kind: 'case', mark: 'wait', text: 'Case paused', why: reason, about: {} }),
  CaseResumed: ({ reason }) => ({ kind: 'case', mark: 'good', text: 'Case resumed', why: reason, about: {} }),
  CaseClosing: ({ outcome = 'completed', reason }) => ({
    kind: 'case',
    mark: 'note',
    text: `Case closing. ${OUTCOME_WORDS[outcome]}`,
    why: reason,
    about: {},
  }),
  CaseClosed: () => ({ kind: 'case', mark: 'note', text: 'Case closed', about: {} }),
};
