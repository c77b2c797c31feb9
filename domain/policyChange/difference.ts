/** One thing in which two plans differ, in words; a side that has nothing there is left out. */
export type PlanDifference = { where: string; before?: string; after?: string };
