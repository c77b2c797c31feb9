import {
  DATA_CLASSES,
  DATA_FORMS,
  ENGAGEMENT_MODELS,
  INDUSTRIES,
  OUTSOURCING_REASONS,
  RESOURCE_KINDS,
} from '../../domain/case/intake.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';

const oneOf = (values: readonly string[]): string => values.join(' | ');

/** In-house engineers are named for a hybrid alone; somebody has to hold every other role. */
const role = (name: string): string =>
  name === 'in-house-engineer'
    ? `    # ${name}:\n    #   - { name: , email: }`
    : `    ${name}:\n      - { name: , email: }`;

/**
 * A case file to fill in: what is blank is required, what is commented out is optional.
 *
 * @param profiles access profiles of the policy, by name
 */
export const caseTemplate = (
  profiles: string[],
): string => `# A case: what procurement knows about an engagement when it opens it.
# Fill in every blank; remove the "# " in front of what you need besides. Then:
#   drawbridge case check FILE    who decides what and by when, and what is still wrong; opens nothing
#   drawbridge case open FILE     opens the case as the first person named under procurement

title:                      # of the engagement, up to 120 characters
startDate:                  # day 1 of the plan, YYYY-MM-DD

vendor:
  name:
  country:                  # two letters, such as PL
  timeZone:                 # such as Europe/Warsaw
  holidays:                 # whose public holidays count: a country (PL), or a country and its state (US-NY)
  contact: { name: , email: }

client:
  name:
  # country:                # where it is established, two letters; left out, it is taken from its holidays
  timeZone:
  holidays:
  # industry:               # ${oneOf(INDUSTRIES)}
  # groupRevenueEur:        # turnover of the whole group in the preceding year, whole euro; fines of the GDPR depend on it
  # Who may decide and act, by role; several people may share a role, and a person may have several.
  people:
${CLIENT_ROLES.map(role).join('\n')}

outcome:
  statement:                # what will be better once the engagement has worked, in one sentence
  successCriteria:
    - { criterion: , measure: }   # what has to be true, and how it is measured

data:
  classes: []               # any of ${oneOf(DATA_CLASSES)}
  euPersonalData:           # true | false: personal data of people in the EU
  # roles: { client: controller, vendor: processor }   # with euPersonalData: client controller | processor, vendor processor | sub-processor
  # thirdPartyAccess:       # none | controlled; none: nobody outside may ever reach the most sensitive of the data
  # residency: { countries: [DE, PL], requiredBy: policy }   # where the data may lie; requiredBy regulation | policy

# sourcing:
#   approach:               # outsource | hybrid
#   aiIsCoreProduct:        # true | false: AI is the core product and a lasting advantage
#   reasons: []             # any of ${oneOf(OUTSOURCING_REASONS)}
#   weeksToShip: { vendor: 3, inHouse: 20 }   # weeks until the first change ships
#   transfer: { on: 2027-03-01, team: [in.house@client.example] }   # hybrid only: when, and to whom of the client's people

aiAct:
  euMarket:                 # true | false: placed on the market, put into service or deployed in the EU, or its output is used there

capacity:
  mlLeadership:             # strong | some | none
  managementTime:           # ample | limited | none

need:
  skillGap:                 # one-clear-gap | several-gaps | no-gap
  urgency:                  # weeks | quarter | none
  scope:                    # bounded | open
  requirements:             # stable | moving

model:                      # wanted: ${oneOf(ENGAGEMENT_MODELS)}
currentSoc2Required:        # true | false: nothing less than a current SOC 2 Type II report will do
# monthlyRateUsd:           # all-in rate per engineer and month, whole US dollars

resources:                  # all that the case gives access to
  - { provider: github, kind: repository, id: , personalData: }   # id: owner/name; personalData: true | false
#   owner: a@client.example  # of any resource: who decides on requests for access; else the engineering manager
# - provider: manual        # no system opens it: one person opens and closes, another one checks
#   kind: data-set          # ${oneOf(RESOURCE_KINDS)}
#   id: name                # a name of your own
#   personalData: false
#   dataClass: customer-data
#   form: masked            # ${oneOf(DATA_FORMS)}
#   country: DE             # where it lies
#   administrator: a@client.example
#   checker: b@client.example

engineers:                  # [] if nobody is known yet; propose people later with: drawbridge people propose
  - id:                     # short, such as lea; it names the person on the command line from now on
    name:
    email:
    accounts:               # one at each provider of what the person needs
      github:               # login
      # postgres:           # role that the person logs in with
      # scim:               # user name in the directory
    # employer:             # the employing company, if it is not the vendor
    country:
    jobRole:
    # timeZone:             # if it is not the vendor's
    needs:                  # which resource from above, as provider:id, under which access profile, for which task
      - { resource: , profile: , task: }   # profile: ${oneOf(profiles)}
`;
