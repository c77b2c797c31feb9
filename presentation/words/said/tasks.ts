import type { Template } from '../fill.js';

/** Of tasks: what is wanted as `Verb: object`, so that a subject line can put the day between; then why, and how. */
export const tasks: Record<string, Template> = {
  'tasks.decide': 'Decide: {approval}',
  'tasks.of-gate': '{stage:gate}',
  'tasks.of-policy': 'policy {policy}',
  'tasks.of-waiver': 'waiver of {control} {control:title}',
  'tasks.of-waiver-for': 'waiver of {control} {control:title} for {person:person}',
  'tasks.of-remedy': 'remedy for {control} {control:title}',
  'tasks.of-remedy-for': 'remedy for {control} {control:title} on {person:person}',
  'tasks.of-clearance': 'clearance of {control} {control:title}',
  'tasks.of-clearance-for': 'clearance of {control} {control:title} on {person:person}',
  'tasks.decide-all-met': 'Everything it asks for is met.',
  'tasks.decide-asked-by': 'Requested or supplied by {people:people}, who therefore cannot decide it.',
  'tasks.decide-reason': 'Reason given: “{reason}”',
  'tasks.decide-successors': 'New evidence for {controls:and}; what stands stays in force until you decide.',
  'tasks.decide-rejected': '{person:person} rejected the same before: “{reason}”',
  'tasks.decide-review': 'Review what you decide on:',
  'tasks.decide-how': 'Approve, reject, or return it with questions:',

  'tasks.rejected': 'Resolve the rejection: {stage:gate}',
  'tasks.rejected-why': '{person:person} rejected it: “{reason}”',
  'tasks.rejected-how': 'Provide other evidence, or ask again with your answer to the rejection:',

  'tasks.answer': 'Answer questions: {approval}',
  'tasks.answer-to': '{person:person} asks: “{text}”',

  'tasks.supply': 'Provide: {control} {control:title}',
  'tasks.user-entity': 'Put in place: user-entity control {id} of the SOC 2 report',
  'tasks.user-entity-why': 'The auditor assumes it of us: {what}',
  'tasks.user-entity-how': 'Confirm it with a link to where it shows:',

  'tasks.supply-several': 'Provide: {count#item} for the {stage:gate} gate',
  'tasks.supply-for-gate': 'Needed for the {stage:gate} gate.',
  'tasks.supply-by-plan': 'Part of the 30-day plan.',
  'tasks.supply-one-of': 'One of {controls:or} is enough.',
  'tasks.gaps': '{gaps}',
  'letters.unknown': 'No letter {letter} is waiting.',
  'tasks.gaps-of': '{control} {control:title}. {gaps}',
  'tasks.gap': '{missing}',
  'tasks.gap-for': '{people:people}: {missing}',

  'tasks.sign': 'Sign: {title}',
  'tasks.sign-assignment': 'Nobody gets access to a repository before their own assignment is in force (IP-2).',
  'tasks.sign-all': 'It takes effect once every party has signed; one signature for each is enough.',
  'tasks.sign-read': 'Read the document:',
  'tasks.sign-how': 'Sign what you have read:',

  'tasks.accept': 'Accept or reject: {person:person}',
  'tasks.accept-who': '{job} at {employer}, {country}. Nobody starts before you accept them (PP-1).',
  'tasks.accept-login': 'Their login was corrected. The old one is being closed; the new one opens once you accept it.',
  'tasks.accept-how': 'Decide, with your reason:',

  'tasks.confirm-role': 'Confirm: {person:person} as {role:role}',
  'tasks.confirm-role-by': 'Named by {by:person}. It takes effect once somebody else of the client confirms it (AU-2).',
  'tasks.confirm-role-for':
    'Named by {by:person} in place of {replaces:person}. It takes effect once somebody else of the client confirms it (AU-2).',
  'tasks.confirm-role-how': 'Confirm, with your reason:',
  'tasks.name-role': 'Name: somebody as {role:role}',
  'tasks.name-role-why': 'The plan needs this role and nobody is named for it.',
  'tasks.name-role-how': 'Name somebody; another person of the client confirms it:',

  'tasks.region': 'Correct: {person:person} may not reach {resource} from {country}',
  'tasks.region-no-ground': 'No ground carries a transfer of personal data to {country} (DP-2).',
  'tasks.region-allowed': 'Data residency allows access from {countries:and} only, so this access stays closed (DP-2).',
  'tasks.region-how': 'Remove the need:',

  'tasks.recertify': 'Confirm access: {person:person} to {resource}',
  'tasks.recertify-held': 'Permission: {permission}. What nobody confirms by the deadline is removed (AR-1).',
  'tasks.recertify-held-for':
    'Permission: {permission}, needed for: {task:clause}. What nobody confirms by the deadline is removed (AR-1).',
  'tasks.recertify-how': 'Decide, with your reason:',

  'tasks.replace': 'Propose: a replacement for {person:person}',
  'tasks.replace-terms':
    'The clock started on {since:instant}: {days#business day} until somebody may start. After that, {percent} % of a monthly rate is credited per business day, up to {most} % (RP-1).',
  'tasks.hand-over': 'Hand over: {leaver:person} to {joiner:person}',
  'tasks.hand-over-why':
    'What the leaver knows stays with the team; the replacement is complete once it is handed over (RP-1).',

  'tasks.meeting': 'Hold: {control:title}, {day:day}',
  'tasks.meeting-agreed': 'Part of the agreed cadence ({control}). It counts as missed unless it is recorded in time.',
  'tasks.kpi': 'Respond: KPI “{kpi}” missed its target',
  'tasks.kpi-missed': 'The latest reading, {value} ({source}), misses the agreed target (CA-2).',
  'tasks.kpi-agree': 'Agree with the vendor what changes, then record the next reading:',

  'tasks.flag': 'Resolve: red flag {flag} {flag:title}',
  'tasks.flag-on': 'Resolve: red flag {flag} {flag:title} on {person:person}',
  'tasks.flag-clear': 'Once it is resolved, anybody but the decider requests clearance:',
  'tasks.flag-remedy': 'Or propose a remedy with a deadline:',
  'tasks.withdraw': 'Remove by hand: {person:person} from {resource}',
  'tasks.withdraw-since': 'This access ended on {since:instant}, and its removal is not confirmed yet.',
  'tasks.withdraw-problem': 'Latest problem: {problem:clause}.',
  'tasks.withdraw-still-there': 'It was still there at the latest check.',
  'tasks.withdraw-how': 'Remove it at the provider; the next check records it. Where it stands:',
  'tasks.permission': 'Correct: {person:person} has {held} on {resource} instead of {permission}',
  'tasks.permission-kept': 'The provider was asked for {permission} and still gives {held}.',
  'tasks.permission-problem': 'The provider was asked for {permission}. Latest problem: {problem:clause}.',
  'tasks.permission-how':
    'At the provider, remove what grants it, such as a team or an organisation-wide role; the daily check records it. Where it stands:',
  'tasks.unknown-account': 'Check: unknown account on {resource}',
  'tasks.unknown-account-seen':
    '{person:person} has access to {resource} and is not on the roster of this case (DC-1).',
  'tasks.unknown-account-how':
    'Remove the account at the provider, or add the person to the roster; the next check closes this task. Where it stands:',
  'tasks.policy-not-in-force': 'Check: the approved policy is not in force yet',
  'tasks.policy-not-compiled':
    'Its plan could not be compiled yet. The case stays under its current policy, and Drawbridge keeps trying.',
  'tasks.policy-withdraw': 'If it has to be another policy, withdraw this one and propose again:',

  'tasks.open-by-hand': 'Open: {resource} for {person:person}',
  'tasks.open-granted': 'Everything behind this grant is in force. Access: {permission:permission}.',
  'tasks.open-granted-until':
    'Everything behind this grant is in force. Access: {permission:permission}, until {until:instant} at the latest.',
  'tasks.open-how': 'Give exactly this access, then report it:',
  'tasks.close-by-hand': 'Close: {resource} for {person:person}',
  'tasks.close-ended': 'This grant has ended.',
  'tasks.close-ended-by': 'This grant has ended ({cause:cause}).',
  'tasks.close-how': 'Remove this access, then report it:',
  'tasks.check-by-hand': 'Verify: access of {person:person} to {resource}',
  'tasks.check-present': 'It should be open. Only what somebody other than its administrator sees counts as proof.',
  'tasks.check-absent': 'It should be closed. Only what somebody other than its administrator sees counts as proof.',
  'tasks.check-how': 'Look for yourself, then report what you found:',

  'tasks.incident-step': '{step:step}: incident {incident} ({kind:choice})',
  'tasks.drill-step': 'DRILL {step:step}: incident {incident} ({kind:choice})',
  'tasks.incident-close': 'Close: incident {incident} ({kind:choice})',
  'tasks.drill-close': 'DRILL Close: incident {incident} ({kind:choice})',
  'tasks.step-asked-for': 'The breach duty asks for it (DP-3).',
  'tasks.step-clock': 'The hours run through nights and weekends (DP-3).',
  'tasks.step-how': 'Record it, with where the evidence is:',
  'tasks.step-drill': 'Do it as in a real incident, but send nothing outside. Then record it:',
  'tasks.step-grounds': 'Or, where the law does not ask for it, record why:',
  'tasks.incident-aware': 'Say when you became aware: {incident}',
  'tasks.incident-claim':
    'The other side says that you knew at {at:instant}. Say it yourself; until then it dates nothing.',
  'tasks.steps-done': 'Every step is done, or does not apply.',
  'tasks.drill': 'Rehearse: an incident, before work begins',
  'tasks.drill-why': 'A team that has gone through the steps once keeps the statutory hours (DP-3).',
  'tasks.drill-how': 'Start the drill, then do each step as in a real incident; nobody outside is notified:',
};
