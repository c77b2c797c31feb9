import type { PayloadCodec } from '@temporalio/common';
import type { FastifyInstance } from 'fastify';
import type { CommandEnvelope, HumanCommand, OpenCase, StopCommand } from '../domain/case/commands.js';
import type { CalendarRequest } from '../domain/case/effects.js';
import type { ErrorCode } from '../domain/case/errors.js';
import type { Intake } from '../domain/case/intake.js';
import type { Plan } from '../domain/case/plan.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Calendar } from '../domain/clocks/calendar.js';
import type { FormShape, JsonObject } from '../domain/controls/form.js';
import type { Day, Instant } from '../domain/time.js';
import type { Policy } from '../policy/policySchema.js';
import type { SignInLetter } from '../presentation/letters/signInLetter.js';
import type { TokenLetter } from '../presentation/letters/tokenLetter.js';
import type { CheckedFile } from '../presentation/plan/caseCheck.js';
import type { PersonRecord, Store } from '../store/contract.js';
import type { Api } from './api.js';
import type { Misfit } from './serialize.js';
import type { SignInConfig } from './signIn/parts.js';

/** How the edge reaches the cases; every method throws an error whose `code` is in the one table. */
export interface CaseGateway {
  openCase(caseId: string, envelope: CommandEnvelope<OpenCase>): Promise<CommandOutcome>;
  send(caseId: string, envelope: CommandEnvelope<HumanCommand | StopCommand>): Promise<CommandOutcome>;
  /** Starts a fresh run from the ledger, which records by whom; `force` ends a run that is still open first. */
  recover(caseId: string, options: { force: boolean; by: PersonId }): Promise<void>;
  /** Answers when Temporal does. */
  ping(): Promise<void>;
}

/** One thing that is wrong with a file or a body. */
export type Fault = { path?: string; line?: number; column?: number; message: string };

/** A case file and a policy that were read together, ready to be compiled once the people have ids. */
export type Opening =
  | {
      ok: true;
      policyText: string;
      people: Omit<PersonRecord, 'personId'>[];
      compile(personIdOf: (email: string) => PersonId): { intake: Intake; plan: Plan };
    }
  | { ok: false; of: 'caseFile' | 'policy'; faults: Fault[] };

/** A case file that need not be finished: what it says, what is wrong with it, and the plan that it comes to. */
export type DraftOpening = {
  /** Of the case file; none where it can be opened as it stands. */
  faults: Fault[];
  value?: JsonObject;
  /** What of it fits, filled up at `assumed` where a plan needs more. */
  file: CheckedFile;
  assumed: string[];
  plan: Plan;
};

/** What the edge needs of the policy: reading, checking, compiling. */
export interface PolicyReader {
  /** The policy of this installation, which cases are opened under unless another one is named. */
  own: Plan['policy'];
  /** `policyText` left out: the policy of this installation. */
  read(caseFileText: string, policyText?: string): Opening;
  /** Never fails for what is missing or wrong in the case file; `today` is taken as day 1 where it names none. */
  draft(
    caseFileText: string,
    today: Day,
    policyText?: string,
  ): ({ ok: true } & DraftOpening) | { ok: false; faults: Fault[] };
  /** The form of a case file as JSON Schema. */
  caseFileSchema(): Record<string, unknown>;
  /** Name and hash of a policy's text, or what is wrong with it. */
  check(policyText: string): { ok: true; policy: Plan['policy'] } | { ok: false; faults: Fault[] };
  /** A policy as it is read, with its text and the hash of that; `policyText` left out: the policy of this installation. */
  parsed(
    policyText?: string,
  ): { ok: true; policy: Policy; hash: string; text: string } | { ok: false; faults: Fault[] };
  /** The plan that a running case would have under a policy's text, or why it can have none. */
  planUnder(policyText: string, state: CaseState): { ok: true; plan: Plan } | { ok: false; faults: Fault[] };
  /** The numbers that a policy's text gives a control, each with its source; none where the policy has not got the control. */
  figures(policyText: string, controlId: string): Record<string, { value: number; source: string }>;
  /** An evidence form as JSON Schema. */
  formSchema(shape: FormShape): Record<string, unknown>;
}

/** One answer, for those who count; `route` is the pattern, never an address. */
export type Answered = { method: string; route: string; status: number; seconds: number; code?: ErrorCode };

/** Settings of the HTTP edge. */
export type ApiConfig = {
  /** Address under which people reach it, for links; no slash at the end. */
  baseUrl: string;
  /** Requests per minute and token or, without one, address; default 1,200. */
  requestsPerMinute?: number;
  /** Longest time in which a request has to be here whole, milliseconds; default 60,000. */
  requestMs?: number;
  /** Folder of the built console; left out: there is none, and letters link to a page about the command line. */
  webRoot?: string | undefined;
  /** What the console is told that it is part of; left out: the product itself. */
  mode?: 'rehearsal';
  /** How often an event stream says that it lives, and looks whether its reader is still signed in, milliseconds; default 15,000. */
  beatMs?: number;
  /** Whether there is a page to read the OpenAPI document at `/api/docs`; default true. */
  docsPage?: boolean;
  /** The one page that may ask the codec endpoint from a browser, such as `https://temporal.example.com`; left out: none. */
  codecUiOrigin?: string;
  /** Values of `Host` that are answered, such as `127.0.0.1:8080`; left out: any, as behind a proxy. */
  hosts?: string[];
  /** Addresses or networks of proxies whose `X-Forwarded-For` names who asks; default: none is believed. */
  trustProxy?: string[];
  /** How people sign in with a browser. */
  signIn?: SignInConfig;
  /** Pino level; default `info`. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Where log lines go, each with its end; default the standard output. */
  logTo?: { write(line: string): void };
};

/** Sends a person the code of their token; answers why it was not taken, where it was not. */
export type SendCode = (
  letter: Omit<TokenLetter, 'baseUrl'>,
  to: string,
  names: Record<PersonId, string>,
) => Promise<{ code: string; message: string } | undefined>;

/** Sends somebody of a vendor the code to sign in with; answers why it was not taken, where it was not. */
export type SendSignInLetter = (
  letter: Omit<SignInLetter, 'baseUrl'>,
  to: string,
) => Promise<{ code: string; message: string } | undefined>;

/**
 * Who gets a token that is issued: its person, by a letter with a code; or, on one machine that is one person's, whoever asks.
 * `clientDomains`: the mail domains whose addresses alone get the client's roles; left out: any.
 */
export type TokenDelivery =
  | { to: 'its-person'; send: SendCode; clientDomains?: readonly string[] | undefined }
  | { to: 'whoever-asks' };

/** Takes what a provider says has changed there; false where it is not signed. */
export type Hook = (delivery: { body: Buffer; header(name: string): string | undefined }) => Promise<boolean>;

/** Everything the HTTP edge is made of. */
export type ApiParts = {
  store: Store;
  client: CaseGateway;
  /** What encrypts the payloads that Temporal keeps; left out: there is no codec endpoint. */
  codec?: PayloadCodec;
  policy: PolicyReader;
  /** Working time of a party as data; fails with a fault of the case file where zone or region are unknown. */
  calendarOf(request: CalendarRequest): Calendar;
  config: ApiConfig;
  /** The machine's time; tokens expire by it. */
  clock(): Instant;
  tokenDelivery: TokenDelivery;
  /** By the name of the provider; left out: none is listened to. */
  hooks?: Record<string, Hook>;
  /** Left out: nobody of a vendor signs in with a browser. */
  sendSignInLetter?: SendSignInLetter;
  /** What else has to hold for this process to be given work; left out: nothing. */
  readiness?: { migrated(): Promise<boolean>; stopping(): boolean };
  /** Adds hooks that watch every request, such as traces; called before anything else is added. */
  observe?(app: FastifyInstance): void;
  /** Adds routes under `/api` that are there in a rehearsal alone. */
  more?(api: Api): void;
  /** Called after every answer. */
  onAnswered?(answered: Answered): void;
  /** Called for each answer that did not fit its schema. */
  onMisfit?(misfit: Misfit): void;
  /** A case's own time; left out: the machine's, which is the same in production. */
  caseClock?(caseId: string): Promise<Instant>;
};
