import { endText } from '../words/dates.js';
import { listed } from '../words/fill.js';
import { wordsOf } from '../words/words.js';
import type { Narrators } from './fact.js';
import { aboutApproval, approvalText, personText, roleText, spaced } from './names.js';

type DecisionFact =
  | 'ApprovalRequested'
  | 'ApprovalGiven'
  | 'ApprovalCompleted'
  | 'ApprovalRejected'
  | 'ApprovalReturned'
  | 'QuestionsAnswered'
  | 'ApprovalEscalated'
  | 'ApprovalVoided'
  | 'SuccessorNotAsked'
  | 'ApprovalDelegated'
  | 'DelegationEnded'
  | 'DecisionRefused'
  | 'CommandFailed';

/** `SubmitEvidence` as `Submit evidence`. */
const commandText = (command: string): string => command.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Facts of approvals and delegations, and acts that were refused. */
export const DECISIONS: Narrators<DecisionFact> = {
  ApprovalRequested: ({ approval: { id, kind, subject, deciders, rule, request } }) => ({
    kind: 'decision',
    mark: 'wait',
    text: `${kind === 'policy' ? `Policy ${subject}` : approvalText(id)}: waiting for ${listed(
      deciders.map(({ role }) => roleText(role)),
      rule === 'any' ? 'or' : 'and',
    )}`,
    why: request?.reason,
    about: aboutApproval(id),
  }),
  ApprovalGiven: ({ approval, role, onBehalfOf, reason }) => ({
    kind: 'decision',
    mark: 'good',
    text: `${approvalText(approval)}: approved as ${spaced(role)}${onBehalfOf === undefined ? '' : ` for ${personText(onBehalfOf)}`}`,
    why: reason,
    about: aboutApproval(approval),
  }),
  ApprovalCompleted: ({ approval }) => ({
    kind: 'decision',
    mark: 'good',
    text: `${approvalText(approval)}: all approvals given`,
    about: aboutApproval(approval),
  }),
  ApprovalRejected: ({ approval, role, reason }) => ({
    kind: 'decision',
    mark: 'bad',
    text: `${approvalText(approval)}: rejected as ${spaced(role)}`,
    why: reason,
    about: aboutApproval(approval),
  }),
  ApprovalReturned: ({ approval, questions }) => ({
    kind: 'decision',
    mark: 'wait',
    text: `${approvalText(approval)}: returned with questions`,
    why: questions,
    about: aboutApproval(approval),
  }),
  QuestionsAnswered: ({ approval, answer }) => ({
    kind: 'decision',
    mark: 'note',
    text: `${approvalText(approval)}: questions answered`,
    why: answer,
    about: aboutApproval(approval),
  }),
  ApprovalEscalated: ({ approval, to }) => ({
    kind: 'decision',
    mark: 'wait',
    text: `${approvalText(approval)}: escalated to ${roleText(to)}`,
    about: aboutApproval(approval),
  }),
  ApprovalVoided: ({ approval, was, reason }, reader) => ({
    kind: 'decision',
    mark: 'bad',
    text: `${approvalText(approval)}: voided (was ${was})`,
    why: wordsOf(reason, reader),
    about: aboutApproval(approval),
  }),
  SuccessorNotAsked: ({ approval, reason }, reader) => ({
    kind: 'decision',
    mark: 'note',
    text: `${approvalText(approval)}: stays as approved; the change is no longer asked for`,
    why: wordsOf(reason, reader),
    about: aboutApproval(approval),
  }),
  ApprovalDelegated: ({ role, to, until, reason }, { zone }) => ({
    kind: 'decision',
    mark: 'note',
    text: `Decisions of ${roleText(role)} delegated to ${personText(to)} until ${endText(until, zone)}`,
    why: reason,
    about: { people: [to] },
  }),
  DelegationEnded: ({ from, to, role, reason }) => ({
    kind: 'decision',
    mark: 'note',
    text: `Delegation of ${roleText(role)} from ${personText(from)} to ${personText(to)} ended`,
    ...(reason !== undefined && { why: reason }),
    about: { people: [from, to] },
  }),
  DecisionRefused: ({ code, said, command }, reader) => ({
    kind: 'refusal',
    mark: 'bad',
    text: `${commandText(command)}: refused`,
    why: wordsOf(said, reader),
    code,
    about: {},
  }),
  CommandFailed: ({ command, message }) => ({
    kind: 'refusal',
    mark: 'bad',
    text: `${commandText(command)}: failed in Drawbridge`,
    why: message,
    code: 'CommandFailed',
    about: {},
  }),
};
