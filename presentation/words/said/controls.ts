import type { Template } from '../fill.js';

/** Of all controls; what one control says stands in the file of its area. */
export const controls: Record<string, Template> = {
  'controls.locked': '{control} is locked and cannot be waived. It must be met.',
  'controls.not-waivable': 'The policy lets nobody waive {control}.',
  'controls.lapsed': '{control} has lapsed.',
  'controls.basis-ended': 'The documents or evidence behind {control} ended {until:end}. Submit a replacement.',
  'controls.lock-missing': '{control} is locked, but this plan lacks it. Nothing can be opened.',
  'controls.not-met': '{control} is not met.',
  'controls.met': '{key} is met.',
  'controls.met-until': '{key} is met until {until:instant}.',
  'controls.refused': '{key} is refused: {reason}',
  'controls.waits': 'The new evidence for {key} waits beside what is in force.',
  'controls.waits-for': 'With it, {control} would not be met: {missing}',
  'controls.waits-for-client': 'The client has to act before it can take effect.',
  'controls.still-open': '{key} is still open: {missing}',

  'controls.ahead': '{what} is dated {day:day}, which has not come yet. It counts from that day.',
  'controls.checked-outside':
    '{what} was checked by {checker:person}, who is not on the client’s side. Someone from the client must check it.',
  'controls.checked-by-supplier':
    '{what} was checked by {checker:person}, who also submitted this answer. Someone else from the client must check it.',

  'controls.paper-unknown': 'Document {paper} is not registered in this case. Register it.',
  'controls.paper-kind': 'Document {paper} is {kind:papers}. Cite {kinds:papers}.',
  'controls.paper-of-another': 'Document {paper} is not about {person:person}. Cite the one that is.',
  'controls.paper-signers': 'Document {paper} is not set up for signature by {signers:parties}. Register one that is.',
  'controls.paper-text':
    'These answers were read from a different text than the one registered as {paper}. Read the registered text and answer again.',
  'controls.paper-draft': 'Document {paper} is a draft. Send it for signature.',
  'controls.paper-ended': 'Document {paper} is {state}. Cite one that is in force.',
  'controls.paper-unsigned': 'Document {paper} awaits signature by {signers:parties}.',
  'controls.paper-ahead': 'Document {paper} is not in force until {from:instant}.',

  'controls.not-in-plan': '{control} is not part of this case’s plan.',
  'controls.not-applicable': '{control} does not apply to this case. {why}',
  'controls.no-form': '{control} takes no evidence: it is assessed from the case record.',
  'controls.person-needed': '{control} is assessed per person. Name someone on this case’s roster.',
  'controls.no-person': '{control} is assessed for the whole case. Leave the person out.',
  'controls.own-evidence-only': 'Engineers can submit evidence only about themselves.',
  'controls.malformed': '{control}: {faults}',
  'controls.form-fault': '{path} {fault}.',
  'controls.unknown-paper': '{control}: document {paper} is not registered in this case. Register it first.',
  'controls.unknown-person': '{control}: {person} is not a person in this case.',
};
