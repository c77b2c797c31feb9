import type { Template } from '../fill.js';

/** Words in which two answers of the register do not agree: what each says, and what to change in which form. */
export const register: Record<string, Template> = {
  'register.tool-forbidden': 'DC-5 lists {tool}, and IP-7 forbids it. Have IP-7 allow it, or take it out of DC-5.',
  'register.tool-unlisted': 'IP-7 allows {tool}, and DC-5 does not list it. List it in DC-5, or take it out of IP-7.',
  'register.tool-fluent':
    'PE-2 scores fluency with {tool}, and IP-7 does not allow it. Have IP-7 allow it, or score the tools of this work in PE-2.',
  'register.model-unlisted':
    'IP-4 names {model} as a model that a provider hosts, and DC-5 does not list it. List it in DC-5, or correct IP-4.',
  'register.model-unlicensed':
    'DC-5 lists {model} as built into the product, and IP-4 does not say its origin and licence. Say them in IP-4, or correct DC-5.',
  'register.material-unknown':
    'IP-4 names {name} as a data set or model of the case, and the case has none of that id. Correct IP-4, or add it to the scope.',
  'register.prompts-elsewhere':
    'DC-3 says of prompts: {kept:choice}. DC-5 lists {tool}, which takes prompts elsewhere. Correct DC-3, or change the tool’s account in DC-5.',
  'register.sub-processor-undeclared':
    'DP-1 lists {company} as a further processor, and neither IP-6 nor DC-5 names it. Declare it in IP-6, or take it out of DP-1.',
  'register.screened-undeclared':
    'SC-1 screened {company}, and IP-6 does not declare it. Declare it in IP-6, or take it out of SC-1.',
  'register.discloses-company': '{company} would receive data or do part of the work.',
  'register.discloses-country': 'Personal data could be seen from {country}.',
  'register.somebody-undeclared':
    'IP-6 does not declare every company that the client knows to take part. Declare each in IP-6, or tell the client which takes no part.',
  'register.country-differs':
    '{control} says that {company} works from {country}, and {other} says from {otherCountry}. Correct one of them.',
  'register.person-elsewhere':
    '{person:person} of {company} works from {country}, which IP-6 does not name. Name the country in IP-6, or correct the person’s.',
  'register.nobody-there':
    'DP-2 lets personal data go to {country}, and no party, person or place of the case is there. Say who is, in IP-6, DP-1 or DC-5, or take it out of DP-2.',
  'register.place-client': 'the client is established there',
  'register.place-person': '{person:person} works from there',
};
