import type { Migration } from 'kysely';
import * as initial from './0001_initial.js';
import * as audit from './0002_audit.js';
import * as plan from './0003_plan.js';
import * as casePeople from './0004_case_people.js';
import * as documents from './0005_documents.js';
import * as tokenClaims from './0006_token_claims.js';
import * as commandMacs from './0007_command_macs.js';
import * as sessions from './0008_sessions.js';
import * as urgentCases from './0009_urgent_cases.js';
import * as changes from './0010_changes.js';
import * as consoleLists from './0011_console_lists.js';
import * as looks from './0012_looks.js';
import * as calendarFeeds from './0013_calendar_feeds.js';
import * as personalTokens from './0014_personal_tokens.js';
import * as reads from './0015_reads.js';
import * as operations from './0016_operations.js';
import * as passkeys from './0017_passkeys.js';
import * as stops from './0018_stops.js';
import * as places from './0019_places.js';

/** Every migration by its name, in the order of names; a published one is never changed, the next one is added. */
export const migrations: Record<string, Migration> = {
  '0001_initial': initial,
  '0002_audit': audit,
  '0003_plan': plan,
  '0004_case_people': casePeople,
  '0005_documents': documents,
  '0006_token_claims': tokenClaims,
  '0007_command_macs': commandMacs,
  '0008_sessions': sessions,
  '0009_urgent_cases': urgentCases,
  '0010_changes': changes,
  '0011_console_lists': consoleLists,
  '0012_looks': looks,
  '0013_calendar_feeds': calendarFeeds,
  '0014_personal_tokens': personalTokens,
  '0015_reads': reads,
  '0016_operations': operations,
  '0017_passkeys': passkeys,
  '0018_stops': stops,
  '0019_places': places,
};
