import { z } from 'zod';

/** A setting that what takes it at boot would take; `right` says what would be. */
export const taken = (right: string, take: (text: string) => unknown) =>
  z.string(right).refine((text) => {
    try {
      take(text);
      return true;
    } catch {
      return false;
    }
  }, right);
