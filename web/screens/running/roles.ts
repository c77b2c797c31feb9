/** Who records meetings and readings. */
export const TEAM = ['engineering-manager', 'procurement', 'executive', 'vendor-contact'] as const;
/** Who answers what the vendor disputes. */
export const ANSWERERS = ['engineering-manager', 'procurement', 'executive'] as const;
/** Who asks for somebody to be replaced. */
export const REPLACERS = ['engineering-manager', 'procurement'] as const;
/** Both sides of an agreement. */
export const BOTH = ['engineering-manager', 'vendor-contact'] as const;
export const VENDOR = ['vendor-contact'] as const;
