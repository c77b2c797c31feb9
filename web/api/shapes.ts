import type { Field } from '../../domain/controls/form.js';

export type { WorkPage, WorkRow } from '../../contract/console/work.js';

export type DecisionPage = {
  caseId: string;
  caseTitle: string;
  vendor: string;
  approval: string;
  title: string;
  question: string;
  contentHash: string;
  status: string;
  due?: string;
  kind: string;
  deciders: { role: string; quorum: number }[];
  rule: 'all' | 'any';
  others: string[];
  votes: { by: string; role: string; at: string; reason: string }[];
  questions?: { by: string; text: string };
  flags: string[];
  price?: string;
  controls: {
    key: string;
    id: string;
    title: string;
    status: string;
    summary: string;
    answers: { question: string; answer: string; policy?: string }[];
    by?: string;
    at?: string;
    changed?: boolean;
    changes?: { question: string; before?: string; after?: string }[];
    documents: { paper: string; title: string; sha256: string; fileName?: string; mediaType?: string }[];
    missing: string[];
  }[];
  candidates?: { id: string; name: string }[];
  youMayDecide: boolean;
  whyNot?: string;
  lastLookedAt?: string;
  names: Record<string, string>;
};
export type FormPage = {
  control: string;
  title: string;
  person?: string;
  why: string;
  role?: string;
  policyNumbers: string[];
  fields: Record<string, Field>;
  known: Record<string, { value: unknown; from: string }>;
  current?: Record<string, unknown>;
  people: { id: string; name: string }[];
  papers: { id: string; title: string; state: string; kind: string }[];
  alike: string[];
  names: Record<string, string>;
};
export type Found = {
  cases: { caseId: string; title: string; vendor: string }[];
  people: { caseId: string; caseTitle: string; name: string }[];
  vendors: { vendor: string }[];
  documents: { caseId: string; caseTitle: string; paper: string; title: string }[];
};
