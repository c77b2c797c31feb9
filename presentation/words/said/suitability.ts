import type { Template } from '../fill.js';

/** Of whether to outsource at all, and how: the controls, and what the page for the board weighs. */
export const suitability: Record<string, Template> = {
  'SU-1.not-written': 'The intended outcome has not been written down yet.',
  'SU-1.no-outcome': 'The outcome is missing. State in one or two sentences what the vendor delivers.',
  'SU-1.too-few-criteria':
    '{criteria#success criterion|success criteria} given; the policy requires at least {minimum}.',
  'SU-1.no-measure': '“{criterion}” has no measure of its own. State how you will see that it is met.',

  'SU-2.not-said': 'Nobody has said whether AI is the core product. An executive must answer.',
  'SU-2.core-outsourced':
    'AI is the core product and the work is outsourced permanently. Build it in-house, go hybrid, or have an executive record why not.',

  'SU-3.data-closed': 'No outsider may ever access the most sensitive data.',
  'SU-3.special-categories': 'The data include special categories of personal data (GDPR Art. 9).',
  'SU-3.no-closed-data': 'No data are closed to outsiders.',
  'SU-3.closed-data-outsourced':
    'No outsider may ever access the most sensitive data. Keep this work in-house, or have an executive override this with a reason.',
  'SU-3.special-categories-outsourced':
    'No outsider may ever access the special categories of personal data. Keep this work in-house, or have an executive override this with a reason.',

  'SU-4.hybrid': 'The work is hybrid: outsourced first, then handed over.',
  'SU-4.not-hybrid': 'The work is not hybrid, so nothing is handed over to an in-house team.',
  'SU-4.not-named': 'The transfer date and the in-house team have not been named yet.',
  'SU-4.too-early': 'The transfer date {on:day} must be after the start date {startDate:day}.',
  'SU-4.no-team': 'Nobody is on the in-house team. Name at least one person.',
  'SU-4.not-in-house': '{person:person} is not one of the client’s people. The team must be in-house.',

  'SU-5.no-leadership':
    'Staff augmentation needs in-house ML leadership, and there is none. Find it, or choose a managed team.',
  'SU-5.no-daily-management':
    'Staff augmentation needs management time every day, and there is none. Free some, or choose a managed team.',
  'SU-5.no-acceptance-time':
    'A project needs management time to accept deliverables, and there is none. Free some, or choose a managed team.',

  'SU-6.not-said': 'Nobody has said yet why the work is outsourced.',
  'SU-6.no-weeks': 'The weeks until the first change ships, with the vendor and in-house, are missing.',
  'SU-6.no-rate': 'The vendor’s monthly rate per engineer is missing, so cost cannot be compared.',
  'SU-6.no-reason': 'No reason to outsource is given. Name at least one.',
  'SU-6.not-faster':
    'Speed is given as a reason, but the vendor needs {vendor#week} and in-house needs {inHouse#week}. Drop the reason or correct the weeks.',

  'suitability.core-unknown': 'Nobody has said whether AI is the core product. Answer SU-2 to get a recommendation.',
  'suitability.core-with-capacity':
    'AI is the core product (SU-2), and in-house has strong ML leadership and time to manage (SU-5).',
  'suitability.core-needed-soon':
    'AI is the core product (SU-2), so it must come home, and an outcome is needed within weeks.',
  'suitability.core-without-capacity':
    'AI is the core product (SU-2), so it must come home, and in-house lacks the leadership or management time for the first build (SU-5).',
  'suitability.in-house-as-good':
    'In-house can lead the work, is no slower and costs no more, so a vendor adds nothing (SU-5, SU-6).',
  'suitability.in-house-not-ahead':
    'AI is not the core product (SU-2), and in-house is not ahead in leadership, time and cost together (SU-5, SU-6).',
  'suitability.other-way-wanted': 'The case asks for {approach}.',
  'suitability.other-way-wanted-because': 'The case asks for {approach}. Reason: {reason:clause}.',
  'suitability.name-transfer': 'Name the transfer date and the in-house team before picking a vendor (SU-4).',

  'suitability.no-in-house-cost': 'The loaded in-house cost has not been entered yet (EM-3).',
  'suitability.in-house': '{engineers#engineer} at the loaded in-house cost.',
  'suitability.in-house-by-policy': '{engineers#engineer} at the loaded in-house cost, from the policy’s range.',
  'suitability.no-vendor-rate': 'The vendor’s rate has not been entered yet (EM-3).',
  'suitability.vendor': '{engineers#engineer} at {vendorMonthlyUsd:usd} a month, without your own management cost.',
  'suitability.vendor-with-management':
    '{engineers#engineer} at {vendorMonthlyUsd:usd} a month, with your own management cost.',
  'suitability.no-transfer': 'The transfer date has not been named yet (SU-4).',
  'suitability.other-costs-missing': 'Needs the cost of the other two options.',
  'suitability.vendor-then-in-house':
    'The vendor for {days#day}, until {on:day}, then in-house. Days on which both work are not included.',
  'suitability.vendor-all-year': 'The vendor for the whole first year; the transfer is on {on:day}.',

  'suitability.data-closed': 'No outsider may ever access the most sensitive data (SU-3).',
  'suitability.first-build-outside':
    'Outsiders would do the first build, and they may never access the most sensitive data (SU-3).',
  'suitability.core-stays': 'AI is the core product, and what is learned stays in-house (SU-2).',
  'suitability.core-leaves': 'AI is the core product, and its advantage would be built and known outside (SU-2).',
  'suitability.core-comes-home':
    'AI is the core product: the first build is bought, and the capability comes home (SU-2).',
  'suitability.not-core': 'AI is not the core product, so no lasting advantage leaves the company (SU-2).',
  'suitability.transfer-planned': 'The transfer is planned for {on:day}, to {people#person|people} in-house (SU-4).',
  'suitability.transfer-not-planned': 'Neither a date nor an in-house team is named for the transfer (SU-4).',
  'suitability.can-lead': 'Strong in-house ML leadership can lead the work (SU-5).',
  'suitability.nobody-to-lead': 'There is no in-house ML leadership to lead the work (SU-5).',
  'suitability.no-time-to-lead': 'There is no management time to hire and lead a team (SU-5).',
  'suitability.little-time-to-lead': 'Management time to hire and lead a team is limited (SU-5).',
  'suitability.nobody-to-judge':
    'Nobody in-house can judge the quality of what is delivered. Name a reviewer (SU-5, KP-5).',
  'suitability.nobody-to-take-over': 'There is no in-house ML leadership to take over the work (SU-5).',
  'suitability.ships-earlier': 'The first change ships {weeks#week} earlier (SU-6).',
  'suitability.ships-earlier-in-house': 'The first change ships {weeks#week} earlier than with the vendor (SU-6).',
  'suitability.saves': 'Saves {yearlyUsd:usd} a year for the whole team (EM-3).',
  'suitability.saves-range': 'Saves {lowUsd:usd} to {highUsd:usd} a year for the whole team (EM-3).',
  'suitability.costs-more': 'Costs at least {yearlyUsd:usd} a year more than in-house for the whole team (EM-3).',
  'suitability.talent-scarce': 'Talent is scarce and would have to be hired first (SU-6).',
  'suitability.predictable-cost': 'One rate a month makes the cost predictable (SU-6).',
  'suitability.focus': 'Your people stay on your own product (SU-6).',
};
