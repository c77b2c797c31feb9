/** A step of the way on, with what to copy into a shell. */
export type Step = { text: string; commands: string[] };

/** One thing that a letter asks for or tells. */
export type Item = {
  /** What is wanted, or what has happened. */
  title: string;
  /** `Due Tue 1 Dec 2026, 17:00 (Berlin)`; empty: at no set time. */
  due: string;
  why: string[];
  steps: Step[];
};

/** A letter before names are put in: any text but a command may hold `{person:p-…}`. */
export type Draft = {
  subject: string;
  /** The client, the vendor and what the case is about. */
  head: string[];
  heading: string;
  reader: string;
  /** Who asks, for whoever may never have heard of it. */
  intro: string[];
  items: Item[];
  /** The address where the reader goes on. */
  href: string;
  client: string;
  /** What the reader should know of the policy of the case; left out where it is the installation's own. */
  policy?: string;
};
