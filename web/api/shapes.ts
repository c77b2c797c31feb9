export type { DecisionPage } from '../../contract/console/decision.js';

export type Found = {
  cases: { caseId: string; title: string; vendor: string }[];
  people: { caseId: string; caseTitle: string; name: string }[];
  vendors: { vendor: string }[];
  documents: { caseId: string; caseTitle: string; paper: string; title: string }[];
};
