import type { Template } from '../fill.js';

/** Of the contract: who owns what is made, confidentiality, provenance, subcontractors, how the vendor delivers. */
export const contract: Record<string, Template> = {
  'contract.data-involved': 'The work involves {classes:choice}.',
  'contract.assets-involved': 'The case gives access to data sets or models managed by hand.',
  'contract.only-code-and-documents':
    'The work involves only source code and internal documents, no client data and no models.',

  'GV-1.not-supplied': 'The delivery process has not been mapped to the NIST AI RMF yet.',
  'GV-1.function-unserved':
    'No step of the delivery process covers {functions:choice}. Each of the four functions needs at least one.',
  'GV-1.step-without-vendor':
    '“{step}” is assigned to {responsible:person}, who is not one of the vendor’s people. Name one who is.',

  'IP-1.not-supplied': 'The IP terms of the agreement have not been supplied yet.',
  'IP-1.no-work-for-hire':
    'The agreement has no work-made-for-hire clause. It needs one in addition to the assignment.',
  'IP-1.no-present-assignment':
    'The agreement does not assign the rights now (answer: {assignment:choice}). It must say “hereby assigns”.',
  'IP-1.passes-late': 'The rights pass on {effectiveOn:choice}. They must pass on creation or commit.',
  'IP-1.not-all-work': 'The assignment does not cover all results. It must cover all rights in all of them.',
  'IP-1.rights-retained': 'The vendor keeps rights to: {retained:choice}. It must keep none.',

  'IP-2.not-supplied': 'This person’s IP assignment has not been supplied yet.',
  'IP-2.agreement-missing':
    'This person assigns to the vendor, but the agreement in which the vendor assigns to the client is missing. Supply IP-1.',
  'IP-2.chain-broken': 'The rights stop at {employer}. Cite the agreement in which it assigns them to the vendor.',
  'IP-2.chain-unsigned':
    '{paper} passes on the rights of {employer}, and nobody of {employer} signs it. Register it with one of its people as a signer.',
  'IP-2.no-present-assignment':
    'The person does not assign the rights now (answer: {assignment:choice}). The document must say “hereby assigns”.',
  'IP-2.passes-late': 'The rights pass on {effectiveOn:choice}. They must pass on creation or commit.',
  'IP-2.no-assignee': 'The assignment names no recipient. The rights must reach the client.',
  'IP-2.no-prior-works': 'The schedule of prior works is missing. Attach it, even if it says “none”.',
  'IP-2.no-open-source': 'The schedule of open-source components is missing. Attach it, even if it says “none”.',

  'IP-3.not-supplied': 'The non-disclosure agreement has not been supplied yet.',
  'IP-3.one-sided': 'The NDA binds only one side. It must bind both.',
  'IP-3.no-handling-rules': 'Handling rules are missing for: {material:choice}.',

  'IP-4.not-supplied': 'The provenance warranty has not been supplied yet.',
  'IP-4.not-warranted': 'The vendor does not warrant: {unwarranted:choice}. The agreement must cover each.',
  'IP-4.no-indemnity': 'There is no indemnity. It must cover all third-party IP claims.',
  'IP-4.indemnity-limited': 'The indemnity covers final judgments only. It must cover all third-party IP claims.',
  'IP-4.indemnity-excludes':
    'The indemnity excludes: {excluded:choice}. It must cover everything the vendor contributes.',

  'IP-5.not-supplied': 'The terms for fine-tuned weights, embeddings and derived data have not been supplied yet.',
  'IP-5.not-owned': 'The agreement does not give the client: {left:choice}. It must.',
  'IP-5.vendor-keeps': 'The vendor keeps: {kept:choice}. It must keep nothing.',
  'IP-5.training-allowed':
    'The vendor may train models on the client’s material. The agreement must forbid training for anything but this work.',

  'IP-6.not-supplied': 'Subcontractors and countries of work have not been declared yet.',
  'IP-6.country-not-approved':
    'Work from {country} is not approved. Someone from the client, other than who declared it, must approve it.',
  'IP-6.declared-twice': 'A subcontractor is declared twice. Declare each once.',
  'IP-6.vendor-itself': '{vendor} is the vendor. Declare only other companies.',
  'IP-6.subcontractor-not-approved':
    'Subcontractor {company} is not approved. Someone from the client, other than who declared it, must approve it.',
  'IP-6.approval': 'An approval',

  'IP-7.not-supplied': 'The terms for AI-assisted work have not been supplied yet.',
  'IP-7.other-tools-allowed': 'The agreement allows AI tools that it does not name. It must forbid them.',
  'IP-7.no-disclosure': 'The use of AI tools is never disclosed. It must be disclosed with each change or delivery.',
  'IP-7.disclosure-on-request':
    'The use of AI tools is disclosed only on request. It must be disclosed with each change or delivery.',
  'IP-7.no-authorship': 'Human authorship is not recorded. It must be recorded for each change.',
  'IP-7.not-assigned': 'For AI tools, the assignment does not cover: {unassigned:choice}. It must cover them all.',
};
