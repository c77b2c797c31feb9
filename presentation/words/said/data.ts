import type { Template } from '../fill.js';

/** Of personal data (GDPR) and the EU AI Act. */
export const data: Record<string, Template> = {
  'data.personal-data': 'The work involves personal data.',
  'data.no-personal-data': 'The work involves no personal data.',

  'AI-1.eu-market':
    'The system is placed on the market, put into service or deployed in the EU, or its output is used there (Art. 2(1)).',
  'AI-1.not-said':
    'The case file does not say whether the EU AI Act applies (Art. 2(1)): whether the system is placed on the market, put into service or deployed in the EU, or its output is used there. Say so by a change of scope (euMarket), or state roles and risk class here.',
  'AI-1.no-eu-market':
    'The case file says that the system is not placed on the market, put into service or deployed in the EU, and that its output is not used there (Art. 2(1)).',
  'AI-1.not-supplied': 'Roles and risk class under the EU AI Act are not stated yet.',
  'AI-1.provider':
    'The provider is “{provider:choice}”, but the name on the system is “{named:choice}”. Whoever puts their name on it is the provider (Art. 3(3), 25(1)(a)). Correct one of the two.',
  'AI-1.prohibited': 'The system falls under the prohibited practices (Art. 5). It must not be built for the EU.',
  'AI-1.no-transparency-duty':
    'The risk class is “transparency”, but no duty of Art. 50 is named. Name the duty or correct the class.',
  'AI-1.minimal-with-duty': 'The risk class is “minimal”, but duties are named: Art. {duties:choice}. Correct one.',
  'AI-1.practice': 'Art. 5(1)({practice}): this practice is prohibited, and the answer does not rule it out.',
  'AI-1.transparency-unsettled': 'It is not settled how these duties are met: Art. {duties:choice}.',
  'AI-1.model-undocumented':
    'Documentation of the general-purpose model is missing. Its provider must draw it up and pass it on (Art. 53(1)).',
  'AI-1.terms-missing':
    'The system is high-risk, and the vendor’s written terms as its supplier are missing (Art. 25(4)).',
  'AI-1.terms-incomplete': 'The vendor’s supplier terms do not cover {lacking:choice}; Art. 25(4) requires each.',

  'DP-1.law': 'The personal data of this work are under the {laws:and}.',
  'DP-1.no-law':
    'The work involves no personal data, or none of people in the EU or of a party established in the EU, EEA, United Kingdom or Switzerland.',
  'DP-1.not-supplied': 'No data processing agreement has been supplied yet.',
  'DP-1.roles':
    'The agreement names the client as {client} and the vendor as {vendor}; the intake says {intakeClient} and {intakeVendor}. Correct one of the two.',
  'DP-1.item-missing': '{item:article28}: the agreement must say this. Amend it.',
  'DP-1.item-applies': '{item:article28}: this applies to every processor. Answer yes or no.',
  'DP-1.item-applies-here':
    '{item:article28}: “not applicable” fits only where the agreement allows no further processors. Answer yes or no.',
  'DP-1.clause-missing': '{item:article28}: name the clause that says so.',
  'DP-1.silent':
    'Art. 28(2): the agreement says nothing on further processors. It must forbid them or authorise them in writing.',
  'DP-1.none-allowed':
    'Art. 28(2): the agreement allows no further processors, yet further processors are used: {companies}. Authorise them in writing or end their use.',
  'DP-1.no-notice': 'Art. 28(2): a general authorisation requires notice of changes, in time to object.',
  'DP-1.not-authorised': 'Art. 28(2): {company} is not authorised in writing. Authorise it or end its use.',
  'DP-1.vendor-itself':
    'Art. 28(2): {vendor} is the vendor, and no further processor of itself. List only other companies, each with its legal form.',
  'DP-1.not-bound': 'Art. 28(4): {company} is not bound to the same data protection duties. Bind it by contract.',
  'DP-1.model-unlisted':
    'Art. 28(2): DC-5 has {tool} under an account that is not the client’s, so its provider ({provider}) is a further processor, and DP-1 does not list it. List it in DP-1, or move the tool to an account of the client’s in DC-5.',
  'DP-1.employer-unlisted':
    'Art. 28(2): {person:person} needs access to personal data, and DP-1 does not list their employer, {company}, as a further processor. List it in DP-1, or remove the need.',

  'DP-2.residency-by-policy': 'The client’s policy requires data to stay in {countries:or}.',
  'DP-2.residency-by-regulation': 'Regulation requires data to stay in {countries:or}.',
  'DP-2.no-residency':
    'Neither the case file nor the policy names a residency requirement, and no law of the EU or the United Kingdom binds transfers of the data.',
  'DP-2.law': 'The law binds every transfer of the personal data to other countries (GDPR and UK GDPR, Art. 44).',
  'DP-2.place-vendor': 'the vendor is established there',
  'DP-2.place-asset': '{asset:place} is stored there',
  'DP-2.place-company': '{company} works there',
  'DP-2.place-unknown':
    'DP-1 lists {company} as a further processor, and no answer says from which country it processes the data. Say it in DP-1.',
  'DP-2.place-logs': 'logs of {tool} are kept there',
  'DP-2.seen-without-ground':
    'Personal data can be seen from {country} ({because}), and no ground for the transfer is named (Art. 44). Name one.',
  'DP-2.other-module': '{country}: {module:choice} of the clauses does not fit the roles. Agree {fitting:anyChoice}.',
  'DP-2.module-missing': '{country}: name the module of the clauses; {fitting:anyChoice} fits the roles.',
  'DP-2.uk-addendum':
    '{country}: under the UK GDPR the clauses need the UK Addendum, or the International Data Transfer Agreement. Agree one.',
  'DP-2.not-supplied': 'No data residency clause has been supplied yet.',
  'DP-2.stored-outside': 'The agreement allows storage in {country}. Data may be stored in {allowed:or} only.',
  'DP-2.reached-outside': 'The agreement allows access from {country}. Data may be accessed from {allowed:or} only.',
  'DP-2.asset-outside': '{asset:place} is stored in {country}, which the agreement does not allow. Move it.',
  'DP-2.person-outside':
    '{person:person} needs data from {country}, where the agreement does not allow access. Remove that need.',
  'DP-2.ground-missing':
    '{country} is outside the area of the law, and no ground for the transfer is named (Art. 44). Name one.',
  'DP-2.twice': 'A country is named more than once among the transfers. Name each once.',
  'DP-2.no-transfer':
    '{country} lies within the area of the law, so nothing is transferred there. Remove that transfer.',
  'DP-2.not-adequate':
    '{country} has no adequacy decision (Art. 45). Use standard contractual clauses or binding corporate rules (Art. 46).',
  'DP-2.not-certified':
    '{country}: the adequacy decision covers certified organisations only (Art. 45). Confirm that the recipient is certified, or use another ground.',
  'DP-2.not-equivalent':
    '{country}: protection is not essentially equivalent (Art. 46(1), CJEU C-311/18). Add measures that make it so, or do not transfer.',
  'DP-2.derogation':
    '{country}: a derogation covers single cases (Art. 49), not ongoing access. Use a ground of Art. 45 or 46.',
  'DP-2.no-ground': '{country}: the transfer has no legal ground (Art. 44). It needs one of Art. 45 or 46.',
  'DP-2.assessment-missing':
    '{country}: the transfer impact assessment of its law and practice is missing (Art. 46(1), CJEU C-311/18).',
  'DP-2.assessment': 'The transfer impact assessment for {country}',

  'DP-3.not-supplied': 'Contacts and steps for a breach are not named yet.',
  'DP-3.vendor-notice':
    'The vendor has {hours#hour} to report a breach; the policy allows {limit} (Art. 33(2): without undue delay).',
  'DP-3.client-notice':
    'The client plans to give notice within {hours#hour}; it must within {limit#hour} of becoming aware (Art. 33(1)).',
  'DP-3.not-client': 'Breach owner and client contact must be on the client’s side. Replace {people:people}.',
  'DP-3.not-vendor': 'The vendor’s breach contact must be on the vendor’s side. Replace {person:person}.',
  'DP-3.steps-missing': 'The written procedure lacks these steps: {steps:choice}.',
  'DP-3.revenue-missing':
    'The group’s turnover of the preceding year is missing. The maximum fine depends on it (Art. 83 GDPR).',

  'DP-4.not-supplied': 'It is not stated yet whether a data protection impact assessment is needed.',
  'DP-4.sensitive-data':
    'The intake names special-category data, but “sensitive data” is not among the criteria. Correct one of the two.',
  'DP-4.assessment-missing': 'A data protection impact assessment is required (Art. 35) and missing.',
  'DP-4.incomplete': 'The impact assessment lacks parts that Art. 35(7) requires: {lacking:choice}.',
  'DP-4.officer-not-asked': 'The data protection officer was not consulted. Seek their advice (Art. 35(2)).',
  'DP-4.prohibited':
    'The supervisory authority has prohibited the processing. It must not take place (Art. 36(2), 58(2)).',
  'DP-4.advice-not-followed': 'The supervisory authority’s advice is not followed. Follow it and assess again.',
  'DP-4.consult': 'The residual risk is high. Consult the supervisory authority before any processing (Art. 36(1)).',
  'DP-4.authority-waiting': 'The supervisory authority was consulted and has not answered yet.',
  'DP-4.assessment': 'The impact assessment',
  'DP-4.consultation': 'The consultation of the supervisory authority',
};
