import type { Template } from '../fill.js';

/** Of security: the vendor’s attestation (SA) and the protection of data and code (DC). */
export const security: Record<string, Template> = {
  'DC-1.not-on-roster': 'This person is not on the roster. Propose them first.',
  'DC-1.unknown-resource': '{resource:place} is not part of this case. Choose a resource that is.',
  'DC-1.unknown-profile': 'Unknown access profile “{profile}”. Use one of: {known}.',
  'DC-1.admin-profile': 'The profile {profile} grants admin rights on {resource:place}. Choose a lower one.',
  'DC-1.endless-profile': 'The profile {profile} has no time limit. Choose one that has.',
  'DC-1.no-task': 'Name the task that needs access to {resource:place}.',
  'DC-1.not-supplied': 'The owner and the usage logs of this person’s grants are missing.',
  'DC-1.not-client': 'Grant owner and log readers must be on the client’s side. Replace {people:people}.',
  'DC-1.unlogged': 'No usage log is named for {resources:places}. Add one.',
  'DC-1.log-too-short': 'The usage log of {resource:place} is kept for {days#day}; the policy requires {minimum}.',

  'DC-2.data-sets': 'The case file names data sets.',
  'DC-2.no-data-sets': 'The case file names no data sets.',
  'DC-2.not-supplied': 'The answer on how data sets were minimised is missing.',
  'DC-2.data-set-missing': 'The answer on how {dataSet:place} was minimised is missing.',
  'DC-2.raw':
    '{dataSet:place} contains raw production records. Mask, anonymise or replace them, or request a time-limited waiver.',
  'DC-2.anonymised-personal':
    'The intake lists {dataSet:place} as anonymised and as personal data. Data that still relates to people is masked, not anonymised (GDPR recital 26). Correct one of the two.',
  'DC-2.unknown-data-set': '{dataSet:place} is not a data set of this case. Name one that is.',
  'DC-2.other-form': '{dataSet:place} is {answer} in this answer and {intake} in the intake. Correct one of the two.',
  'DC-2.twice': 'A data set is answered more than once. Answer once for each.',
  'DC-2.form': 'The form of {dataSet:place}',
  'DC-2.check': 'The check of {dataSet:place}',

  'DC-3.models': 'The work involves models or weights.',
  'DC-3.no-models': 'The work involves no models or weights.',
  'DC-3.not-supplied': 'The answer on how weights, prompts and embeddings are kept apart is missing.',
  'DC-3.no-weights': 'The intake names models or weights, but the answer has none. Say where they are kept.',
  'DC-3.not-apart': 'Storage of {material} is “{kept:choice}”; the policy accepts {accepted:anyChoice}.',
  'DC-3.reuse': 'The vendor reuses this work’s material for {uses:choice}. No reuse is allowed.',
  'DC-3.isolation': 'The isolation',
  'DC-3.check': 'The isolation check',

  'DC-4.not-supplied': 'The description of this person’s work environment is missing.',
  'DC-4.personal-device': 'This person works on a personal device. Use a managed device or a virtual desktop.',
  'DC-4.unmanaged': 'Nobody manages the environment. The client or the vendor must.',
  'DC-4.not-encrypted': 'Storage in the environment is not encrypted. Encrypt it.',
  'DC-4.not-protected': 'The environment has no endpoint protection that is kept up to date. Install one.',
  'DC-4.not-monitored': 'Nobody acts on alerts of the environment. Route them to somebody who does.',
  'DC-4.copies-leave': 'Files can be copied from the environment to unmanaged places. Block this.',
  'DC-4.environment': 'The work environment',
  'DC-4.check': 'The check of the work environment',

  'DC-5.not-supplied': 'The list of third-party models and coding assistants is missing.',
  'DC-5.incomplete': 'The list is incomplete, or the team may use other tools. List every tool and bar the rest.',
  'DC-5.twice': 'A tool is listed more than once. List each once.',
  'DC-5.account': '{tool} runs on a {owner} account; the policy accepts a {accepted:or} account.',
  'DC-5.training': '{tool}: the terms do not rule out training on what is sent to it. Use a plan whose terms do.',
  'DC-5.logs-contradict':
    '{tool}: the answer says that no logs are kept, and that they are kept for {days#day}. Correct one of the two.',
  'DC-5.log-days-missing': '{tool}: the {keeper} keeps logs. Say for how many days.',
  'DC-5.logs-too-long': '{tool}: logs are kept for {days#day}; the policy allows {limit}.',
  'DC-5.log-country-missing': '{tool}: name the country where logs are kept, in two capital letters such as IE.',
  'DC-5.logs-abroad': '{tool}: logs must be kept where the data may be: {allowed:or}.',

  'SA-1.not-supplied': 'No SOC 2 Type II report has been supplied.',
  'SA-1.type-1':
    'This is a Type I report: it covers the design of controls, not whether they worked. Supply a Type II report.',
  'SA-1.no-security': 'The report does not cover security, the mandatory criterion. Supply one that does.',
  'SA-1.other-system': 'The report describes a system that does not do this work. Supply one that covers it.',
  'SA-1.not-cpa': '{auditor} is not a licensed CPA firm. Only a CPA firm may issue a SOC 2 report.',
  'SA-1.opinion': 'The auditor’s opinion is “{opinion}”. It must be unqualified.',
  'SA-1.qualification-missing': 'The opinion is qualified. Name the criterion and the day it was remedied.',
  'SA-1.security-qualified':
    'The opinion is qualified on security, the mandatory criterion. It must be unqualified there.',
  'SA-1.qualification-outside':
    'The opinion is qualified on {criterion:choice}, which the report does not cover. Correct one of the two.',
  'SA-1.unqualified-with-qualification':
    'The opinion is unqualified, and yet qualified on {criterion:choice}. Correct one of the two.',
  'SA-1.remedied-before':
    'The remedy of {remedied:day} is older than the period that it was found in, which starts on {from:day}. Name the remedy that followed.',
  'SA-1.own-auditor': '{auditor} is the vendor or employs its people. The auditor must be independent.',
  'SA-1.carved-out':
    'The report leaves out the controls of {company} (carve-out). Read a current report of {company} as well.',
  'SA-1.user-entity-twice': 'A user-entity control is listed more than once. List each once.',
  'SA-1.user-entity-outside': 'User-entity control {id} is owned by {owner:person}, who is not on the client’s side.',
  'SA-1.user-entity-open': 'User-entity control {id} is not in place; {owner:person} owns it.',
  'SA-1.user-entity-unknown': 'The SOC 2 report names no user-entity control “{id}”.',
  'SA-1.user-entity-not-owner': 'Only its owner, {owner:person}, can confirm user-entity control {id}.',
  'SA-1.no-response': 'Management has not responded to: {exceptions}. Each exception needs a response.',
  'SA-1.period-reversed': 'The period tested runs from {from:day} to {through:day}. Correct the days.',
  'SA-1.period-short': 'The period tested is too short; it must span at least {minimum#month}.',
  'SA-1.first-period-short': 'The period tested is too short; in a first report it must span at least {minimum#month}.',
  'SA-1.dated-early': 'The report is dated {dated:day}, before its period ends on {through:day}. Correct the days.',
  'SA-1.bridge-too-long':
    'The bridge letter of {dated:day} runs until {until:day}; it may run {limit#month}, until {last:day}. After that a new report is needed.',
  'SA-1.bridge-inside':
    'The bridge letter runs until {until:day}, inside the period tested, which ends on {through:day}. Correct the days.',
  'SA-1.bridge-changes': 'The bridge letter reports material changes to the controls. Supply a new report.',
  'SA-1.report': 'The SOC 2 report',
  'SA-1.remedy': 'The remedy of the qualified criterion',

  'SA-2.soc2-required': 'The client requires a current SOC 2 report; an ISO/IEC 27001 certificate is not enough.',
  'SA-2.accepted': 'The client accepts an ISO/IEC 27001:2022 certificate instead of a SOC 2 report.',
  'SA-2.not-supplied': 'No ISO/IEC 27001:2022 certificate has been supplied.',
  'SA-2.edition-2013':
    'The certificate is to the 2013 edition, whose transition ended on 31 October 2025 (IAF MD 26). Supply one to ISO/IEC 27001:2022.',
  'SA-2.other-scope': 'The certificate’s scope does not cover this work. Supply one that does.',
  'SA-2.not-accredited':
    '{body} is not accredited for ISO/IEC 27001. The certificate must come from an accredited body.',
  'SA-2.own-body': '{body} is the vendor or employs its people. The certification body must be independent.',
  'SA-2.accredits-itself': '{body} cannot accredit itself. Name the national accreditation body.',
  'SA-2.reversed': 'The certificate was issued on {issued:day} and ends on {until:day}. Correct the days.',
  'SA-2.too-long':
    'The certificate runs from {issued:day} until {until:day}; it may run {limit#month} at most. Correct the days.',
  'SA-2.audit-after-end':
    'The last audit ({audited:day}) is after the end of the certificate ({until:day}). Correct the days.',
  'SA-2.other-statement':
    'The certificate names another version of the statement of applicability. Supply the version it names.',
  'SA-2.unjustified':
    'The statement of applicability excludes {excluded:and} without a justification. Each exclusion needs one (ISO/IEC 27001:2022, 6.1.3 d).',
  'SA-2.excludes-needed': 'The statement of applicability excludes {excluded:and}, which this work needs.',
  'SA-2.endless-paper': 'The document {paper} has no end date. Register the certificate with its end date.',
  'SA-2.certificate': 'The certificate',
  'SA-2.audit': 'The last audit',

  'SA-3.soc2-required': 'The client requires a current SOC 2 report; an attestation in progress is not enough.',
  'SA-3.accepted': 'The client accepts an attestation in progress with compensating controls.',
  'SA-3.not-supplied': 'No attestation in progress has been supplied.',
  'SA-3.not-client-held':
    'Not under the client’s control: {outside:choice}. Without an attestation the team may only use the client’s own.',
  'SA-3.stores-code': 'The vendor stores client code, data or models. Without an attestation it may store none.',
  'SA-3.stores-credentials':
    'The vendor stores credentials of client systems. Without an attestation it may store none.',
  'SA-3.own-auditor': '{auditor} is the vendor or employs its people. The auditor must be independent.',
  'SA-3.kept-elsewhere':
    'Without an attestation the vendor may store none of the client’s material, and by DC-3 it keeps {materials:and} in an account of its own. Correct one of the two.',
  'SA-3.logs-at-vendor':
    'Without an attestation the vendor may store none of the client’s material, and by DC-5 it keeps the logs of {tools:and}. Correct one of the two.',
  'SA-3.type-1':
    'A SOC 2 Type I report in progress is not enough. Name a Type II report or an ISO/IEC 27001:2022 certificate.',
  'SA-3.period-short':
    'The audit period is too short for a Type II report: it must start at least {minimum#month} before the target date, {target:day}.',
  'SA-3.engaged-late':
    'The auditor is engaged on {engaged:day}, after the target date, {target:day}. Correct the days.',
  'SA-3.target-late': 'The target date is {target:day}; the policy allows {limit#month}, until {last:day}.',
  'SA-3.target-passed': 'The target date, {target:day}, has passed without the attestation. Supply the report (SA-1).',
  'SA-3.engagement': 'The engagement of {auditor}',

  'SA-4.not-supplied': 'No attestation has been supplied.',
};
