import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { type Candidate, type Comparison, comparison, comparisonQuery } from '../../contract/comparison.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { candidateOf } from '../../presentation/deciding/candidate.js';
import { comparisonOf } from '../../presentation/deciding/compare.js';
import { compareHtml } from '../../presentation/deciding/html.js';
import type { ActingIdentity } from '../../store/contract.js';
import type { Api } from '../api.js';
import { vendorRecord } from '../audit/vendorRecord.js';
import { identityOf } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { personIdsIn } from '../names.js';
import type { ApiParts } from '../parts.js';
import { sendPage } from '../reportInput.js';
import { seeCase } from '../visibility.js';

const about = { tags: ['deciding'], querystring: comparisonQuery };
const json = {
  ...about,
  operationId: 'CompareCandidates',
  summary: 'Candidates for one need side by side, the best of each row marked',
  response: { 200: comparison, ...problems('CaseNotFound') },
};
const html = {
  ...about,
  operationId: 'PrintComparison',
  summary: 'Candidates for one need side by side, as one HTML file',
  produces: ['text/html'],
  response: { 200: z.string(), ...problems('CaseNotFound') },
};

/** What happened with a vendor over all its cases, counted. */
async function recordOf({ store, clock }: ApiParts, vendor: string): Promise<Candidate['record']> {
  const found = await vendorRecord(store, vendor, clock());
  if (found === undefined) return undefined;
  const { cases } = found;
  const sum = (count: (one: (typeof cases)[number]) => number): number =>
    cases.reduce((total, one) => total + count(one), 0);
  return {
    cases: cases.length,
    redFlags: sum((one) => one.redFlags.length),
    refusals: sum((one) => one.counts.refusals),
    lateTasks: sum((one) => one.counts.lateTasks),
    slaBreaches: sum((one) => one.counts.slaBreaches),
    lateMilestones: sum((one) => one.counts.lateMilestones),
    escalations: sum((one) => one.counts.escalations),
    waivers: sum((one) => one.counts.waivers),
    missedMeetings: sum((one) => one.counts.missedMeetings),
    lateIncidentDuties: sum((one) => one.counts.lateIncidentDuties),
  };
}

/** Reads every case before anything is shown: one that the reader may not see refuses the whole. */
async function compare(parts: ApiParts, identity: ActingIdentity, caseIds: string[]): Promise<Comparison> {
  const { store } = parts;
  const states = await Promise.all(caseIds.map(async (id) => (await seeCase(store, identity, id)).state));
  const candidates: Candidate[] = [];
  for (const state of states) {
    const record = await recordOf(parts, state.intake.vendor.name);
    candidates.push(candidateOf(state, await caseNow(parts, state), record));
  }
  const ids = personIdsIn(candidates);
  return comparisonOf(candidates, parts.clock(), ids.length === 0 ? {} : await store.people.namesOf(ids));
}

/** Candidates side by side, as data and as a page; they are the client's alone. */
export function comparisonRoutes(api: Api, parts: ApiParts): void {
  const config = { access: CLIENT_ROLES };
  api.get('/compare', { schema: json, config }, async (request) =>
    compare(parts, identityOf(request), request.query.cases),
  );
  api.get('/compare.html', { schema: html, config }, async (request, reply) =>
    sendPage(reply, compareHtml(await compare(parts, identityOf(request), request.query.cases))),
  );
}
