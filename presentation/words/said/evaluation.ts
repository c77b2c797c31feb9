import type { Template } from '../fill.js';

/** Of the evaluation of a vendor: scores, screening, insurance, red flags. */
export const evaluation: Record<string, Template> = {
  'evaluation.scoring': 'The scoring',
  'evaluation.score-too-high': '{because} That allows a score of {most} at most; {score} was given.',
  'evaluation.score-too-low':
    'The score is {score}; the policy requires at least {minimum}. Have the vendor fix what is missing, then score again.',
  'evaluation.no-evidence': 'The score has no evidence. Add a link or the SHA-256 of a document.',

  'IN-1.not-supplied': 'The insurance certificates have not been submitted yet.',
  'IN-1.vendor-not-insured':
    'The {cover:choice} certificate does not insure the vendor for this work. Submit one that does.',
  'IN-1.amount-too-low':
    'The {cover:choice} certificate covers {amountUsd:usd} per claim; the policy requires at least {minimumUsd:usd}.',
  'IN-1.no-end': 'Certificate {paper} has no end date. Register it with the last day of cover.',

  'PE-1.not-scored': 'Technical vetting has not been scored yet.',
  'PE-1.no-steps': 'No vetting step is named.',
  'PE-1.nothing-live': 'None of the vendor’s AI systems was in production on the day of scoring.',
  'PE-1.no-technical-step': 'No vetting step is technical.',
  'PE-1.acceptance-not-counted': 'The acceptance rate is not counted.',
  'PE-1.not-monitored': 'No production system has both evals and monitoring.',
  'PE-1.accepts-too-many': '{accepted} of {counted} candidates are accepted; the policy allows {limit} %.',
  'PE-1.practices-missing': 'Production work does not cover {practices:choice}.',
  'PE-1.more-accepted-than-counted':
    'More candidates were accepted ({accepted}) than counted ({counted}). Correct the numbers.',

  'PE-2.not-scored': 'Fluency with coding agents has not been scored yet.',
  'PE-2.nobody-daily': 'No engineer works with coding agents every day.',
  'PE-2.nothing-shown': 'The engineers showed nothing of their work with coding agents.',
  'PE-2.some-daily': 'Only {daily} of {asked} engineers work with coding agents every day.',
  'PE-2.no-exercise': 'No exercise was watched.',
  'PE-2.not-reviewed': 'Agent output is merged without review and tests.',
  'PE-2.other-setup': 'The exercise was not done in a repository set up like the client’s.',
  'PE-2.more-daily-than-asked':
    '{daily} engineers are counted as daily users, but only {asked} were asked. Count only those asked.',

  'PE-3.not-scored': 'The security posture has not been scored yet.',
  'PE-3.nothing-in-writing': 'Nothing is in writing.',
  'PE-3.no-attestation': 'No report or certificate is held or in progress.',
  'PE-3.no-dpa': 'There is no standard data processing agreement.',
  'PE-3.access-controls-unwritten': 'Access controls are not documented.',
  'PE-3.none-held': 'No report or certificate is held.',
  'PE-3.report-not-read': 'Nobody has checked the report for exceptions.',
  'PE-3.open-exceptions': 'The report has {exceptions#open exception}.',
  'PE-3.exceptions-of-none':
    'Exceptions are counted, and no report is held ({attestation:choice}). Correct one of the two.',
  'PE-3.progress-not-disclosed':
    'The attestation is in progress, and the vendor does not say so plainly. Its offer and its site must say that it is not held yet.',
  'PE-3.no-expected-day':
    'The attestation is in progress without an expected date. Enter the date the vendor expects it.',

  'PE-4.not-scored': 'The references have not been scored yet.',
  'PE-4.no-industry': 'The client’s industry is missing. Enter it in the form so that references can be compared.',
  'PE-4.no-clients': 'The vendor names no client.',
  'PE-4.nobody-spoken-to': 'Nobody has spoken to a client who would hire the vendor again.',
  'PE-4.none-in-industry': 'No such client is in the same industry ({industry:choice}).',
  'PE-4.no-review-site': 'No independent review site confirms the vendor’s satisfaction figures.',
  'PE-4.one-in-industry': 'Only one such client is in the same industry ({industry:choice}).',
  'PE-4.one-review-site': 'Only one independent review site was checked.',
  'PE-4.vendor-itself': '{company} is the vendor or employs its people, and refers to itself. Name a client.',
  'PE-4.not-spoken-to':
    '{company} is said to hire again or not, and nobody has spoken to it. Name the day of the talk.',
  'PE-4.checked-after-scoring': 'Checked after the day of scoring ({scoredOn:day}): {sites:and}. Correct the dates.',

  'PE-5.not-scored': 'Replacement and continuity have not been scored yet.',
  'PE-5.not-promised': 'No replacement is promised.',
  'PE-5.days-of-no-promise':
    'No replacement is promised, and yet {days#business day} are named. Correct one of the two.',
  'PE-5.no-days': 'Replacement is promised without a number of business days.',
  'PE-5.too-slow': 'Replacement takes {days#business day}; the policy allows {limit}.',
  'PE-5.extra-cost': 'A replacement costs extra.',
  'PE-5.clock-starts-late': 'The days count from the {clockFrom}, not from the request.',
  'PE-5.no-handover': 'The vendor does not pay for a handover.',
  'PE-5.no-credit': 'There is no credit for days late.',

  'PE-6.not-scored': 'The vendor’s fit with the engagement model has not been scored yet.',
  'PE-6.other-models': 'The vendor does not work in the {model:choice} model.',
  'PE-6.first-time': 'The vendor has never worked in the {model:choice} model.',
  'PE-6.engaged-in-other-model':
    'The vendor does not work in the {model:choice} model, and yet has had {engagements#engagement} in it. Correct one of the two.',
  'PE-6.confirmed-none':
    'A client confirmed an engagement in the {model:choice} model, and there was none. Correct one of the two.',
  'PE-6.no-terms': 'The vendor does not offer the terms of the {model:choice} model in writing.',
  'PE-6.not-confirmed': 'No client has confirmed how such an engagement went.',
  'PE-6.waiting': 'The weighted score needs a score for {points:and}.',
  'PE-6.below-threshold':
    'The weighted score is {weighted} of 100; the policy requires {threshold}. Choose another vendor, or score again what has been fixed.',

  'SC-1.not-supplied': 'No sanctions screening has been submitted yet.',
  'SC-1.vendor': 'the vendor',
  'SC-1.owner': '{label}',
  'SC-1.company': '{company}',
  'SC-1.person': '{person:person}',
  'SC-1.screening': 'The screening of {whom}',
  'SC-1.hit': 'The screening of {whom} found a match on a sanctions list. Nothing may be agreed with them.',
  'SC-1.hit-unanswered':
    'A match was recorded for {whom}. Somebody of procurement or legal who did not record it has to submit it as a possible match that was cleared, and say what shows that it is someone else.',
  'SC-1.hit-left-out':
    'A match was recorded for {whom}, and this screening leaves it out. Somebody of procurement or legal who did not record it has to screen it again and clear the match, or to say under “no longer” what shows that it is gone.',
  'SC-1.person-left-out':
    'A match was recorded for {whom}, and this screening leaves them out. Somebody of procurement or legal who did not record it has to screen them again and clear the match.',
  'SC-1.cleared-without-reason':
    'The screening of {whom} cleared a possible match without a reason. State what shows that it is someone else.',
  'SC-1.lists-left-out': 'The screening of {whom} left out {lists:and}. The policy requires each of these lists.',
  'SC-1.screened-outside':
    'The screening of {whom} was done by {by:person}, who is not on the client’s side. Someone from the client must do it.',
  'SC-1.owners-missing': '{owners#owner|owners} in control, {screened} screened. Screen each under its own label.',
  'SC-1.subcontractor-missing': 'SC-1 does not name {company}, which IP-6 declares as a subcontractor. Screen it.',
  'SC-1.sub-processor-missing': 'SC-1 does not name {company}, which DP-1 lists as a further processor. Screen it.',
  'SC-1.person-missing': '{person:person} is on the roster and has not been screened yet.',

  'RF-3.undisclosed': '{found}',
  'RF-3.undeclared-employer': 'Works for {employer}, which is neither the vendor nor a declared subcontractor (IP-6).',
  'RF-3.unapproved-country': 'Works from {country}, which is not an approved country (IP-6).',
  'RF-3.accounts': '{accounts}',
  'RF-3.unanswered-account':
    'Nobody has said in time whose the account {person:person} on {resource:place} is. Declare it.',
  'RF-3.vendors-account':
    'The account {person:person} on {resource:place} is the vendor’s, undisclosed, and still there. Remove it at the provider.',
  'RF-3.vendors-account-gone': 'The account {person:person} on {resource:place} was the vendor’s, undisclosed.',
  'RF-3.vendors-account-unseen':
    'The account {person:person} on {resource:place} was the vendor’s, undisclosed, when the repository could last be looked at.',
  'RF-4.overbilled':
    '{month} was billed at {billedUsd:usd}. Agreed: {agreedUsd:usd}, which is {rateUsd:usd} for each of {engineers#engineer}, plus {tolerance} % tolerance.',
  'RF-6.no-evals-or-monitoring': 'The vendor’s production systems are neither evaluated nor monitored.',
};
