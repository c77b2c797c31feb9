/** The control that carries the price, and the policy's figures beside it. */
export const PRICE = 'EM-3';

/** Where a rate comes from: the price, the case for outsourcing, or the intake. */
export const RATE_SOURCES = [PRICE, 'SU-6', 'intake'] as const;
