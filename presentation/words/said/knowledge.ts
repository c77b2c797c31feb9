import type { Template } from '../fill.js';

/** Of knowledge that must not leave with the vendor: decisions, runbooks, hand-over. */
export const knowledge: Record<string, Template> = {
  'KT-1.not-supplied': 'No architecture decisions are recorded yet.',
  'KT-1.owner-not-in-case': '{owner:person} is not part of this case. Name an architecture owner who is.',
  'KT-1.owner-not-client':
    'In staff augmentation the client owns the architecture. {owner:person} is not one of the client’s people; name one who is.',
  'KT-1.duplicate-record': 'Two decisions link to the same record. Give each decision its own link.',
  'KT-1.author-unknown': 'Not part of this case: {authors:people}. Name who wrote the record.',
  'KT-2.not-supplied': 'No runbooks are supplied yet.',
  'KT-2.runbook-missing': 'Runbooks are missing for: {procedures}.',
  'KT-2.owner-not-in-case':
    '{owner:person} owns the runbook for {procedure} but is not part of this case. Name another owner.',
  'KT-2.tried-by-owner':
    'Only its owner has tried the runbook for {procedure}. Someone else has to follow it successfully.',
  'KT-3.not-supplied': 'There is no offboarding and knowledge-transfer plan yet.',
  'KT-3.owner-not-in-case': '{owner:person} owns the plan but is not part of this case. Name another owner.',
  'KT-3.not-covered': 'The plan must also cover: {topics}.',
  'KT-3.too-few-sessions': 'The plan has {planned#hand-over session}; the policy requires at least {minimum}.',
  'KT-3.recipient-not-client':
    '“{topic}” is handed over to {recipient:person}, who is not one of the client’s people. Name one who is.',
  'KT-3.session-before-start':
    '“{topic}” is planned for {day:day}, before the start date ({start:day}). Choose a later day.',
  'KT-4.rehearsal': 'The rehearsal',
  'KT-4.not-supplied': 'The hand-over has not been rehearsed yet.',
  'KT-4.rehearser-not-client':
    '{who:person} rehearsed the hand-over but is not one of the client’s people. An in-house engineer has to rehearse it.',
  'KT-4.rehearser-not-second':
    '{who:person} cannot count as the second engineer. Someone accepted in this case, other than who led the hand-over, has to rehearse it.',
  'KT-4.rehearser-not-in-team':
    '{who:person} is not on the in-house team that takes the work over (SU-4). Someone on that team has to rehearse the hand-over.',
  'KT-4.part-to-outsider':
    '“{part}” goes to {to:person}, who is not on the in-house team that takes the work over (SU-4). Name someone on that team.',
  'KT-4.part-late': '“{part}” moves on {day:day}, after the transfer date ({transfer:day}). Plan it earlier.',
  'KT-4.transfer-not-planned': 'The engagement is hybrid. Say which part of the work goes to whom.',
  'KT-4.leader-not-vendor':
    '{who:person} led the hand-over but is not one of the vendor’s people. Someone of the vendor’s has to lead it.',
  'KT-4.failed': 'The rehearsal failed. Fix what went wrong and rehearse again.',
  'KT-4.gaps-not-listed': 'The rehearsal passed with gaps, but none are listed. List them.',
  'KT-4.gap-due-before':
    'The gap “{gap}” is due on {due:day}, before the rehearsal that showed it ({rehearsed:day}). Correct the days.',
  'KT-4.passed-with-open-gaps':
    'The result is “passed”, but gaps are still open. Close them, or record “passed-with-gaps”.',
  'KT-4.gap-owner-not-in-case': '{owner:person} owns the gap “{gap}” but is not part of this case. Name another owner.',
  'KT-5.confirmation': 'The confirmation',
  'KT-5.not-supplied': 'Say which two people know each component.',
  'KT-5.known-by-one': 'Only one person knows {component:place}. Name a second.',
  'KT-5.not-working-here':
    '{who:person} knows {component:place} but does not work on this case. Name someone who does.',
  'KT-5.duplicate-component': 'A component is listed twice. List each once.',
  'KT-5.component-missing': '{component:place} is not listed. Say who knows it.',
};
