/** The three ways to get an outcome. */
export const WAYS = ['build', 'outsource', 'hybrid'] as const;
export type WayId = (typeof WAYS)[number];
