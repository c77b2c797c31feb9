/** What a search found; what a reader may not see is not in it. */
export type Found = {
  cases: { caseId: string; title: string; vendor: string }[];
  people: { caseId: string; caseTitle: string; name: string }[];
  vendors: { vendor: string }[];
  documents: { caseId: string; caseTitle: string; paper: string; title: string }[];
};
