import type { Template } from '../fill.js';

/** Of the engagement model and its price. */
export const engagement: Record<string, Template> = {
  'engagement.strong-leadership': 'Strong in-house ML leadership can direct engineers day to day.',
  'engagement.one-skill-gap': 'There is one clear skill gap to fill.',
  'engagement.bounded-scope': 'The scope is well bounded, so a vendor can be held to acceptance criteria.',
  'engagement.stable-requirements': 'Requirements are stable.',
  'engagement.little-management-time': 'In-house management time is limited.',
  'engagement.no-management-time': 'There is no in-house management time.',
  'engagement.needed-soon': 'An outcome is needed within weeks.',
  'engagement.no-leadership': 'There is no in-house ML leadership to direct engineers.',
  'engagement.nothing-clear':
    'No answer points clearly to one model. The recommendation is then a managed team, since the wrong model is the most common way to lose control.',
  'engagement.tie':
    'The answers point equally to {models:choice}. On a tie the recommendation is a managed team, since the wrong model is the most common way to lose control.',
  'engagement.moving-requirements':
    'Caution: requirements will change, as in most AI work, and a project charges for every change.',
  'engagement.other-model-wanted':
    'Caution: the intake asks for {model:choice}. Choosing it needs a reason on record (EM-1).',
  'engagement.rate-below-in-house':
    '{rateUsd:usd} per engineer and month is below the {lowUsd:usd} to {highUsd:usd} that a senior AI engineer costs in-house in the US ({source}). Managed teams start at {fromUsd:usd} ({fromSource}).',
  'engagement.rate-like-in-house':
    '{rateUsd:usd} per engineer and month is within the {lowUsd:usd} to {highUsd:usd} that a senior AI engineer costs in-house in the US ({source}). Managed teams start at {fromUsd:usd} ({fromSource}).',
  'engagement.rate-above-in-house':
    '{rateUsd:usd} per engineer and month is above the {lowUsd:usd} to {highUsd:usd} that a senior AI engineer costs in-house in the US ({source}). Managed teams start at {fromUsd:usd} ({fromSource}).',

  'EM-1.no-reason': 'The intake points to {recommended:choice}, and {chosen:choice} was chosen. Record why.',
  'EM-1.other-model':
    'The reason is for {model:choice}, and {chosen:choice} was chosen. Record a reason for that model.',

  'EM-2.not-supplied': 'The terms for {model:choice} have not been submitted yet.',
  'EM-2.other-model':
    'These terms are for {model:choice}, and {chosen:choice} was chosen. Submit the terms for that model.',
  'EM-2.part-missing': 'The section {part} is missing. A {model:choice} engagement needs it.',
  'EM-2.part-not-needed': 'Leave out {parts:and}: a {model:choice} engagement does not need it.',
  'EM-2.no-manager': 'No internal manager for {engineers:people}. Name one for every engineer.',
  'EM-2.onboarding-too-early':
    'The onboarding of {engineers:people} would end before the case starts on {startDate:day}. Correct the date.',
  'EM-2.manager-not-client':
    '{person:person} is to manage {engineer:person} and is not one of the client’s people. Name one of them.',
  'EM-2.quality-owner-not-client':
    '{person:person} is to own quality control and is not one of the client’s people. Name one of them.',
  'EM-2.architecture-owner-not-client':
    '{person:person} is to own the architecture and is not one of the client’s people. Name one of them.',
  'EM-2.acceptance-not-client':
    '{person:person} is to accept “{milestone}” and is not one of the client’s people. Name one of them.',
  'EM-2.kpi-owner-not-client':
    '{person:person} is to own the KPIs and is not one of the client’s people. Name one of them.',
  'EM-2.escalation-not-client':
    '{person:person} is to settle disputes and is not one of the client’s people. Name one of them.',
  'EM-2.lead-gone': '{person:person}, who led the team, has left. Name the next lead.',
  'EM-2.lead-not-vendor':
    '{person:person} is to lead the team and is not one of the vendor’s people. Name one of them.',
  'EM-2.milestones-out-of-order':
    'Put the milestones in order of their due dates, from the start date {startDate:day} on.',
  'EM-2.no-acceptance': 'No acceptance criterion: {milestones:and}. State when each counts as done.',
  'EM-2.cadence-incomplete': 'Meetings missing from the cadence: {meetings:choice}. Agree on all of them.',

  'EM-3.not-supplied': 'Price and exit terms have not been submitted yet.',
  'EM-3.not-all-in': 'The rate does not include {parts:choice}. An all-in rate does.',
  'EM-3.fee-later': 'A fee is added later. The rate must include everything.',
  'EM-3.hourly': 'The price is quoted per hour. Agree on a price per month.',
  'EM-3.rate-risen': 'The rate is {rateUsd:usd}; the case was opened with {openedUsd:usd}. Return to that rate.',
  'EM-3.notice-too-long': 'The notice period is {days#day}; the policy allows {limit}.',
  'EM-3.term-too-long': 'The minimum term is {months#month}; the policy allows {limit}.',
  'EM-3.exit-fee-too-high': 'Leaving costs {feeUsd:usd}; the policy allows {limitUsd:usd}.',
};
