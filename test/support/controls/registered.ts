import { ARTICLE_28_3 } from '../../../domain/controls/data/article28.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import { WHO } from './fixtures.js';

const clear = {
  lists: ['EU', 'UN', 'OFAC', 'UK'],
  screenedOn: '2026-08-21',
  screenedBy: WHO.procurement,
  result: 'clear',
};

/** Answers to the forms that the register is read from, each with what a test says of it. */
export const answers = {
  provenance: (uses: JsonObject[] = []): JsonObject => ({
    paper: 'annex',
    warranted: ['training-data', 'models', 'licences-allow-the-use'],
    indemnity: 'third-party-ip-claims',
    indemnityExcludes: [],
    uses,
  }),
  subcontracting: (subcontractors: JsonObject[] = [], countries = ['PL']): JsonObject => ({
    subcontractors,
    countries: countries.map((country) => ({ country })),
  }),
  assisted: (...tools: string[]): JsonObject => ({
    paper: 'annex',
    allowedTools: tools.map((tool) => ({ tool })),
    othersForbidden: true,
    disclosure: 'each-change',
    authorshipRecorded: true,
    assignmentCovers: ['outputs', 'prompts', 'configurations'],
  }),
  models: (...tools: JsonObject[]): JsonObject => ({
    tools: tools.map((change) => ({
      tool: 'Assistant',
      use: 'coding-assistant',
      accountOwner: 'client',
      noTraining: true,
      terms: 'https://assistant.example/terms',
      logs: 'not-kept',
      logDays: 0,
      ...change,
    })),
    complete: true,
  }),
  isolation: (prompts: string): JsonObject => ({
    paper: 'annex',
    clause: '9',
    weights: 'client-account',
    prompts,
    embeddings: 'client-account',
    reuse: [],
    checkedBy: WHO.security,
    checkedOn: '2026-09-01',
  }),
  processing: (...subProcessors: JsonObject[]): JsonObject => ({
    paper: 'dpa',
    clientRole: 'controller',
    vendorRole: 'processor',
    checks: Object.fromEntries(Object.keys(ARTICLE_28_3).map((key) => [key, { answer: 'yes', where: 'clause 1' }])),
    authorisation: 'specific',
    subProcessors: subProcessors.map((s) => ({ authorised: true, sameDuties: true, ...s })),
  }),
  residency: (countries: string[], transfers: JsonObject[] = []): JsonObject => ({
    paper: 'dpa',
    clause: '3',
    storedIn: [{ country: 'DE' }],
    reachedFrom: countries.map((country) => ({ country })),
    transfers,
  }),
  screening: (...companies: string[]): JsonObject => ({
    vendor: clear,
    ownersInControl: 0,
    owners: [],
    subcontractors: companies.map((company) => ({ company, ...clear })),
    people: [],
  }),
  fluency: (...tools: string[]): JsonObject => ({
    asked: 2,
    daily: 2,
    shown: 'exercise-watched',
    reviewed: true,
    tools: tools.map((tool) => ({ tool })),
    score: 3,
    scoredOn: '2026-09-01',
  }),
  minimised: (dataSet: string): JsonObject => ({
    dataSets: [{ dataSet, form: 'masked', method: 'Names replaced', checkedBy: WHO.security, checkedOn: '2026-09-01' }],
  }),
};

/** A subcontractor as it is declared, in Portugal unless said otherwise. */
export const subcontractor = (company: string, country = 'PT'): JsonObject => ({
  company,
  country,
  task: 'Labels',
  approvedBy: WHO.legal,
  approvedOn: '2026-09-02',
});
