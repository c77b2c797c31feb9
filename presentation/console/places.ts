const part = encodeURIComponent;

/** Paths of the console: one for each page that work and letters lead to. */
export const PLACES = {
  case: (caseId: string): string => `/cases/${part(caseId)}`,
  people: (caseId: string): string => `/cases/${part(caseId)}/people`,
  explain: (caseId: string, person: string): string => `/cases/${part(caseId)}/explain?person=${part(person)}`,
  entry: (caseId: string, seq: number): string => `/cases/${part(caseId)}/story?entry=${seq}`,
  document: (caseId: string, paper: string): string => `/cases/${part(caseId)}/documents/${part(paper)}`,
  incidents: (caseId: string): string => `/cases/${part(caseId)}/incidents`,
  decide: (caseId: string, approval: string): string => `/cases/${part(caseId)}/decide/${part(approval)}`,
  form: (caseId: string, control: string, person?: string): string =>
    `/cases/${part(caseId)}/form/${part(control)}${person === undefined ? '' : `?person=${part(person)}`}`,
  task: (caseId: string, taskId: string): string => `/tasks/${part(caseId)}/${part(taskId)}`,
} as const;
