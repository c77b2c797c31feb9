/** A small case file that is right in every field. */
export const CASE_TEXT = `title: Search relevance
startDate: 2026-09-01
vendor:
  name: Wisla Labs
  country: PL
  timeZone: Europe/Warsaw
  holidays: PL
  contact: { name: Marta Nowak, email: marta@wisla.example }
client:
  name: Northwind Retail
  timeZone: America/New_York
  holidays: US-NY
  people:
    legal: [{ name: Lena Hart, email: legal@northwind.example }]
outcome:
  statement: Search answers in the customer's words.
  successCriteria: [{ criterion: Relevance, measure: nDCG@10 of 0.62 on the agreed set }]
data: { classes: [source-code], euPersonalData: false }
capacity: { mlLeadership: some, managementTime: limited }
need: { skillGap: several-gaps, urgency: weeks, scope: open, requirements: moving }
model: managed-team
currentSoc2Required: false
resources: [{ provider: github, kind: repository, id: northwind/search, personalData: false }]
engineers:
  - id: ada
    name: Ada Kowal
    email: ada@wisla.example
    accounts: { github: ada-kowal }
    country: PL
    jobRole: ML engineer
    needs: [{ resource: github:northwind/search, profile: contributor, task: Builds the ranking model }]
`;
