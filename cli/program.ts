import { Command } from 'commander';
import { TOKEN_ROLES } from '../contract/tokens.js';
import { addGlobals } from './lib/globals.js';
import { explainVerbs } from './lib/help.js';
import { addAccess } from './verbs/access.js';
import { addAccount } from './verbs/account.js';
import { addAnswer } from './verbs/answer.js';
import { addAudit } from './verbs/audit.js';
import { addBoard } from './verbs/board.js';
import { addCase } from './verbs/case.js';
import { addCertificate } from './verbs/certificate.js';
import { addCompare } from './verbs/compare.js';
import { addConfig } from './verbs/config.js';
import { addCost } from './verbs/cost.js';
import { addDecide } from './verbs/decide.js';
import { addDelegate, addUndelegate } from './verbs/delegate.js';
import { addDispute } from './verbs/dispute.js';
import { addFirstDay } from './verbs/firstDay.js';
import { addFlag } from './verbs/flag.js';
import { addIncident } from './verbs/incident.js';
import { addInvoice } from './verbs/invoice.js';
import { addLedger } from './verbs/ledger.js';
import { addMail } from './verbs/mail.js';
import { addMeeting } from './verbs/meeting.js';
import { addMilestone } from './verbs/milestone.js';
import { addModels } from './verbs/models.js';
import { addPapers } from './verbs/papers.js';
import { addPapersReuse } from './verbs/papersReuse.js';
import { addPeople } from './verbs/people.js';
import { addPerson } from './verbs/person.js';
import { addPolicy } from './verbs/policy.js';
import { addReading } from './verbs/reading.js';
import { addReadings } from './verbs/readings.js';
import { addReadPaper } from './verbs/readPaper.js';
import { addRecertify } from './verbs/recertify.js';
import { addRecover } from './verbs/recover.js';
import { addRehearse } from './verbs/rehearse.js';
import { addReplace } from './verbs/replace.js';
import { addReport } from './verbs/report.js';
import { addRole } from './verbs/role.js';
import { addSchema } from './verbs/schema.js';
import { addServices } from './verbs/services.js';
import { addSignIn, addSignOut } from './verbs/signIn.js';
import { addStop } from './verbs/stop.js';
import { addSubmit } from './verbs/submit.js';
import { addTasks } from './verbs/tasks.js';
import { addTemplate } from './verbs/template.js';
import { addToken } from './verbs/token.js';
import { addUp } from './verbs/up.js';
import { addUserEntity } from './verbs/userEntity.js';
import { addVendor } from './verbs/vendor.js';
import { addWaive } from './verbs/waive.js';

type Add = (program: Command) => void;

const GROUPS: [string, Add[]][] = [
  ['Cases:', [addTemplate, addCase, addVendor, addTasks, addReport, addCertificate, addAccess, addStop]],
  ['Deciding on a vendor:', [addModels, addCost, addBoard, addCompare]],
  [
    'Acting on a case:',
    [
      addSubmit,
      addUserEntity,
      addReadPaper,
      addPapers,
      addPeople,
      addAccount,
      addRole,
      addReplace,
      addPapersReuse,
      addDecide,
      addAnswer,
      addDelegate,
      addUndelegate,
      addWaive,
      addFlag,
      addRecertify,
      addIncident,
    ],
  ],
  ['Working together:', [addMeeting, addReading, addReadings, addDispute, addMilestone, addFirstDay, addInvoice]],
  ['Proof:', [addLedger, addAudit, addPerson]],
  ['Rules:', [addPolicy, addSchema, addRehearse]],
  ['You:', [addSignIn, addSignOut]],
  ['Running it:', [addUp, addServices, addConfig, addMail, addToken, addRecover]],
];

const INTRODUCTION =
  'Takes an outsourced AI-development vendor through its first 30 days, and keeps control afterwards.';

const AFTERWARDS = `
Start everything on this machine with "drawbridge up", then in another terminal:
  $ drawbridge template case > case.yaml        # fill it in
  $ drawbridge case check case.yaml             # who decides what, and by when; opens nothing
  $ drawbridge case open case.yaml
  $ drawbridge tasks --case CASE
  $ drawbridge template evidence IP-1 > ip-1.yaml
  $ drawbridge submit CASE IP-1 --form ip-1.yaml --as vendor-contact
  $ drawbridge decide CASE contract approve --reason "Assignment is present and complete" --as legal

"drawbridge VERB --help" explains a verb, with examples.

Who you are: --as ROLE against a local "drawbridge up" is the first person whom the case names for the role; one of
several is --as ROLE:PERSON. Elsewhere you sign in once with "drawbridge sign-in"; scripts set DRAWBRIDGE_TOKEN.
  ${TOKEN_ROLES.join(', ')}

Naming a person of a case: the id of the case file (lea), the name or a part of it, the e-mail address, or the id.

Exit codes: 0 done, 2 bad input, 3 refused or still open, 4 not found, 5 a service is unreachable, 1 anything else.`;

/** The whole command, verb by verb. */
export function buildProgram(): Command {
  const program = new Command('drawbridge')
    .description(INTRODUCTION)
    .version('0.1.0', '--version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', AFTERWARDS)
    .configureHelp({ sortSubcommands: false, subcommandTerm: (verb) => verb.name() })
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError()
    .exitOverride();
  addGlobals(program);
  for (const [name, verbs] of GROUPS) {
    program.commandsGroup(name);
    for (const add of verbs) add(program);
  }
  program.commandsGroup('Help:').helpCommand('help [verb]', 'show the help of a verb');
  return explainVerbs(program);
}
