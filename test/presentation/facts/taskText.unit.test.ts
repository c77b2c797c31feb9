import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { taskName } from '../../../presentation/facts/taskText.js';

const TEXTS: Record<string, string> = {
  'decide:gate:contract': 'Decide on the contract gate',
  'rejected:gate:contract': 'Resolve the rejection of the contract gate',
  'answer:waiver:IP-2:ada:1': 'Answer the questions on the waiver of IP-2 for {person:ada}',
  'sign:nda:client': 'Sign nda for the client',
  'accept:ada': 'Accept or reject {person:ada}',
  'confirm:legal:ada': 'Confirm {person:ada} as legal',
  'name:in-house-engineer': 'Name somebody as in house engineer',
  'supply:data-protection:vendor-contact': 'Supply evidence for data protection',
  'waits:IP-6:SC-1': 'Bring SC-1 Vendor, owners, subcontractors and people screened against sanctions lists up to date',
  'disclosed:IP-6':
    'Review what new evidence for IP-6 Subcontractors and jurisdictions disclosed and approved discloses',
  'item:KT-1': 'Supply KT-1 Architecture decisions are documented',
  'flag:RF-2:ada': 'Resolve red flag RF-2 No vague or vendor-favouring IP terms for {person:ada}',
  'meeting:CA-1:2026-09-10': 'Hold CA-1 Daily asynchronous stand-up on 10 Sep 2026',
  'kpi:Velocity': 'Respond to the missed KPI Velocity',
  'opening:ada/github:meridian/eta-model': 'Look into a refused opening: {person:ada} on meridian/eta-model',
  'invitation:ada/github:meridian/eta-model': 'Accept the invitation: {person:ada} on meridian/eta-model',
  'not-invited:ada/github:meridian/eta-model':
    'Look into invitations that came to nothing: {person:ada} on meridian/eta-model',
  'withdraw:ada/github:meridian/eta-model': 'Withdraw at the provider: {person:ada} on meridian/eta-model',
  'permission:ada/github:meridian/eta-model': 'Correct the permission: {person:ada} on meridian/eta-model',
  'attest:ada/manual:arrivals': 'Change access by hand and attest it: {person:ada} on arrivals',
  'verify:ada/manual:arrivals': 'Verify access: {person:ada} on arrivals',
  'recertify:ada/github:meridian/eta-model': 'Recertify access: {person:ada} on meridian/eta-model',
  'login:ada': 'Correct the login of {person:ada}',
  'place:github:meridian/eta-model': 'Check meridian/eta-model at its provider',
  'region:ada/github:meridian/eta-model': 'Move the work to a permitted region: {person:ada} on meridian/eta-model',
  'unknown-account:github:meridian/eta-model:x': 'Explain the unknown account {person:x} on meridian/eta-model',
  'vendor-account:github:meridian/eta-model:x':
    'Remove the vendor’s undisclosed account {person:x} from meridian/eta-model',
  'outside-change:ada/github:meridian/eta-model': 'Decide on a change by hand: {person:ada} on meridian/eta-model',
  'left-behind:ada/github:meridian/eta-model': 'Explain what stayed: {person:ada} on meridian/eta-model',
  'user-entity:CUEC-3': 'Put the user-entity control CUEC-3 in place',
  'deliver:milestone-1': 'Deliver milestone-1',
  'accept-milestone:milestone-1': 'Accept or return milestone-1',
  'accept-milestone-late:milestone-1': 'Accept or return milestone-1, late',
  'move-milestone:milestone-1': 'Answer on another day for milestone-1',
  'first-day:ada': 'Announce the first day of {person:ada}',
  'confirm-first-day:ada': 'Confirm the first day of {person:ada}',
  'dispute:dispute-1': 'Answer dispute-1',
  'dispute-late:dispute-1': 'Answer dispute-1, late',
  'replace:replacement-1': 'Propose a replacement (replacement-1)',
  'handover:replacement-1': 'Hand over (replacement-1)',
  'incident:leak:notify-client': 'Incident leak: notify the client',
  'incident:leak:aware': 'Incident leak: say when you became aware',
  'incident:leak:close': 'Incident leak: close it',
  drill: 'Run an incident drill',
  'address:procurement:ada': 'Correct the e-mail address of {person:ada}',
  'policy-not-in-force:policy:12': 'Bring the approved policy into force',
};

test('given a task by its id, then it says what is asked for', () => {
  const told = Object.fromEntries(Object.keys(TEXTS).map((id) => [id, taskName(id).text]));
  expect(told).toEqual(TEXTS);
});

test('given the rules, then every kind of task that they open has a text', () => {
  const rules = readdirSync('domain/tasks').map((file) => readFileSync(join('domain/tasks', file), 'utf8'));
  const kinds = rules.flatMap((text) => [...text.matchAll(/`([a-z-]+):\$\{/g)].map(([, kind = '']) => kind));
  const known = new Set(Object.keys(TEXTS).map((id) => id.split(':')[0]));
  expect(kinds.length).toBeGreaterThan(15);
  expect([...new Set(kinds)].filter((kind) => !known.has(kind))).toEqual([]);
});

test('given an id of a kind that is not known, then it stays as it is', () => {
  expect(taskName('whatever:x')).toEqual({ text: 'whatever:x', about: { task: 'whatever:x' } });
});
