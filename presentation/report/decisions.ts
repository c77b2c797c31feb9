import type { z } from 'zod';
import type { decision } from '../../contract/report.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { contentHash } from '../../domain/hash.js';
import type { LedgerRow } from '../../evidence/ledger.js';
import { differenceWords } from '../plan/differenceWords.js';
import { wordsOf } from '../words/words.js';
import { wordsAfterwards } from './afterwards.js';

export type DecisionLine = z.infer<typeof decision>;
type Words = Pick<DecisionLine, 'what' | 'why'> & Partial<DecisionLine>;

/** A decision in words; undefined for facts that nobody decided. */
function decisionIn(event: CaseEvent): Words | undefined {
  switch (event.type) {
    case 'CaseOpened':
      return {
        what: 'opened the case',
        on: event.plan.policy.name,
        why: event.intake.title,
        contentHash: event.plan.hash,
      };
    case 'ModelChosen':
      return { what: 'chose the model', on: event.model, why: event.reason };
    case 'ScopeChanged':
      return { what: 'changed the scope', why: event.reason, contentHash: contentHash(event.change) };
    case 'PolicyApproved':
      return { what: 'the case goes over to', on: nameOfPolicy(event), why: event.reason, contentHash: event.plan };
    case 'PlanRecompiled':
      return { what: 'plan compiled again', why: event.reason, contentHash: event.plan.hash };
    case 'ApprovalGiven':
    case 'ApprovalRejected': {
      const onBehalfOf = event.type === 'ApprovalGiven' ? event.onBehalfOf : undefined;
      const what = event.type === 'ApprovalGiven' ? 'approved' : 'rejected';
      return { what, on: event.approval, why: event.reason, contentHash: event.contentHash, onBehalfOf };
    }
    case 'ApprovalReturned':
      return {
        what: 'returned with questions',
        on: event.approval,
        why: event.questions,
        contentHash: event.contentHash,
      };
    case 'QuestionsAnswered':
      return { what: 'answered', on: event.approval, why: event.answer };
    case 'ApprovalRequested': {
      const difference = event.approval.proposal?.difference;
      return event.approval.kind === 'gate'
        ? undefined
        : {
            what: event.approval.kind === 'policy' ? 'proposed the policy' : `asked for a ${event.approval.kind}`,
            on: event.approval.subject,
            why: event.approval.request?.reason ?? '',
            contentHash: event.approval.contentHash,
            difference: difference && differenceWords(difference),
          };
    }
    case 'ApprovalEscalated':
      return { what: 'escalated', on: event.approval, why: `Nobody had answered; ${event.to} was called in.` };
    case 'ApprovalVoided':
      return { what: `voided (was ${event.was})`, on: event.approval, why: wordsOf(event.reason) };
    case 'ApprovalDelegated':
      return { what: `delegated ${event.role} until ${event.until}`, on: event.to, why: event.reason };
    case 'StageCompleted':
      return { what: 'gate opened', on: event.stage, why: 'All that it asks for is met and approved.' };
    case 'StageReopened':
      return { what: 'gate shut again', on: event.stage, why: wordsOf(event.reason) };
    default:
      return wordsOfActs(event);
  }
}

function wordsOfActs(event: CaseEvent): Words | undefined {
  switch (event.type) {
    case 'ControlWaived':
      return { what: `waived until ${event.until}`, on: event.key, why: event.reason };
    case 'WaiverEnded':
      return { what: 'waiver ended', on: event.key, why: 'Its end date came.' };
    case 'RedFlagRaised':
      return { what: 'raised a red flag', on: flagKey(event), why: wordsOf(event.reason) };
    case 'RedFlagCleared':
      return { what: 'red flag cleared', on: event.key, why: `By ${event.approval}.` };
    case 'RemedyAgreed':
      return { what: `remedy agreed until ${event.until}`, on: event.key, why: event.term };
    case 'RemedyLapsed':
      return { what: 'remedy lapsed', on: event.key, why: 'Its end date came; the flag is open again.' };
    case 'PersonAccepted':
      return { what: 'accepted the person', on: event.person, why: event.reason };
    case 'PersonRejected':
      return { what: 'rejected the person', on: event.person, why: event.reason };
    case 'DepartureRecorded':
      return { what: `departure at ${event.lastInstant}`, on: event.person, why: wordsOf(event.reason) };
    case 'AccessSuspended':
      return { what: 'suspended access', on: event.person, why: event.reason };
    case 'AccessResumed':
      return { what: 'let access resume', on: event.person, why: event.reason };
    case 'PaperSigned':
      return { what: 'signed', on: event.paper, why: `As ${event.by}.`, contentHash: event.textHash };
    case 'PaperRevoked':
      return { what: 'revoked the paper', on: event.paper, why: event.reason };
    case 'IncidentReported':
      return {
        what: event.incident.drill ? 'opened a drill' : 'reported an incident',
        on: event.incident.id,
        why: event.incident.what,
      };
    case 'IncidentStepRecorded':
      return event.grounds === undefined
        ? undefined
        : { what: `decided that ${event.step} is not needed`, on: event.incident, why: event.grounds };
    case 'IncidentDutyLate':
      return { what: `${event.clock} was late`, on: event.incident, why: `It was due at ${event.due}.` };
    case 'DecisionRefused':
      return { what: `${event.command} refused`, why: wordsOf(event.said), refusedCode: event.code };
    case 'CommandFailed':
      return { what: `${event.command} failed`, why: event.message, refusedCode: 'CommandFailed' };
    case 'CaseClosing':
      return { what: 'closed the case', on: event.outcome ?? 'completed', why: event.reason };
    case 'CasePaused':
      return { what: 'paused the case', why: event.reason };
    case 'CaseResumed':
      return { what: 'resumed the case', why: event.reason };
    default:
      return wordsAfterwards(event);
  }
}

const nameOfPolicy = ({ policy }: { policy: { name: string; version: string } }): string =>
  `${policy.name} ${policy.version}`;

const flagKey = ({ flag, person }: { flag: string; person?: string }): string =>
  person === undefined ? flag : `${flag}:${person}`;

/** Decisions and refusals of the trail, in its order. */
export const decisionLines = (rows: LedgerRow[]): DecisionLine[] =>
  rows.flatMap(({ seq, hash, at, actor, event }) => {
    const words = decisionIn(event);
    return words === undefined ? [] : [{ seq, hash, at, by: actor.personId, role: actor.role, ...words }];
  });
