/** Where the API is and what opens it. */
export type Session = {
  url: string;
  token: string;
  /** Role, when it is known here. */
  role?: string;
  /** As which of the roles of the token's person one acts. */
  actAs?: string;
};
