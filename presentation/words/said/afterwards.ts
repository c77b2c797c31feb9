import type { Template } from '../fill.js';

/** Of what comes once the work runs: recertification, replacement, offboarding, and what always holds. */
export const afterwards: Record<string, Template> = {
  'AR-1.unconfirmed':
    '{waiting#grant} must be confirmed, reduced or removed by {deadline:end}. Grants that nobody confirms are withdrawn.',

  'RP-1.overdue':
    '{replacement} is overdue: it was due within {limit#business day}, by {due:instant}. A credit of {percentPerDay}% of the monthly rate accrues per business day, up to {percentMax}%.',
  'RP-1.no-handover':
    'The leaver in {replacement} has not handed over to the joiner yet. Record the day, the topics and a link.',

  'OF-1.not-supplied': 'Say what became of the client’s data, weights, prompts, code and credentials.',
  'OF-1.was-held': 'The vendor had access to the client’s {item}, so it was held. Answer “returned” or “deleted”.',
  'OF-1.no-pack': 'The final evidence pack is missing. Give a link to it, or its SHA-256.',
  'OF-1.knowledge-open': '{control} is not complete: {why}',
  'OF-1.access-open': 'Grants still open: {grants}. Close the case to withdraw them.',
  'OF-1.access-unread': 'Grants whose removal is not confirmed yet: {grants}.',
  'OF-1.left-unlisted': 'Ended grants of which Drawbridge has not listed yet what stays: {grants}.',
  'OF-1.left-unanswered':
    '{items#thing} that may have been left behind must be removed, or somebody must say whose it is.',
  'OF-1.left-unchecked': '{items#thing} said to be removed must be checked at the provider. That takes minutes.',
  'OF-1.signed-early': 'Certificate {paper} was signed before the last access ended. Have one signed after that.',

  'AU-1.no-ledger': 'The case has no ledger entries. Nothing may happen outside the ledger.',
  'AU-2.own-vote':
    '{person:person} requested or supplied {approval}, and a vote was cast by them or on their behalf. Someone else must decide.',
  'AU-2.own-waiver':
    '{person:person} requested the waiver of {waiver} and granted it themselves. Someone else must decide.',
  'AU-2.own-acceptance': '{by:person} proposed {person:person} and accepted them as well. Someone else must decide.',
};
