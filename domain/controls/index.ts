import type { CaseEvent } from '../case/events.js';
import { AR1 } from './afterwards/AR-1.js';
import { OF1 } from './afterwards/OF-1.js';
import { RP1 } from './afterwards/RP-1.js';
import { AU1 } from './always/AU-1.js';
import { AU2 } from './always/AU-2.js';
import { CA1 } from './cadence/CA-1.js';
import { CA2 } from './cadence/CA-2.js';
import { CA3 } from './cadence/CA-3.js';
import { CA4 } from './cadence/CA-4.js';
import { GV1 } from './contract/GV-1.js';
import { IP1 } from './contract/IP-1.js';
import { IP2 } from './contract/IP-2.js';
import { IP3 } from './contract/IP-3.js';
import { IP4 } from './contract/IP-4.js';
import { IP5 } from './contract/IP-5.js';
import { IP6 } from './contract/IP-6.js';
import { IP7 } from './contract/IP-7.js';
import type { Control } from './control.js';
import { AI1 } from './data/AI-1.js';
import { DP1 } from './data/DP-1.js';
import { DP2 } from './data/DP-2.js';
import { DP3 } from './data/DP-3.js';
import { DP4 } from './data/DP-4.js';
import { EM1 } from './engagement/EM-1.js';
import { EM2 } from './engagement/EM-2.js';
import { EM3 } from './engagement/EM-3.js';
import { IN1 } from './evaluation/IN-1.js';
import { PE1 } from './evaluation/PE-1.js';
import { PE2 } from './evaluation/PE-2.js';
import { PE3 } from './evaluation/PE-3.js';
import { PE4 } from './evaluation/PE-4.js';
import { PE5 } from './evaluation/PE-5.js';
import { PE6 } from './evaluation/PE-6.js';
import { RF1 } from './evaluation/RF-1.js';
import { RF2 } from './evaluation/RF-2.js';
import { RF3 } from './evaluation/RF-3.js';
import { RF4 } from './evaluation/RF-4.js';
import { RF5 } from './evaluation/RF-5.js';
import { RF6 } from './evaluation/RF-6.js';
import { RF7 } from './evaluation/RF-7.js';
import { SC1 } from './evaluation/SC-1.js';
import { KT1 } from './knowledge/KT-1.js';
import { KT2 } from './knowledge/KT-2.js';
import { KT3 } from './knowledge/KT-3.js';
import { KT4 } from './knowledge/KT-4.js';
import { KT5 } from './knowledge/KT-5.js';
import { KP1 } from './kpi/KP-1.js';
import { KP2 } from './kpi/KP-2.js';
import { KP3 } from './kpi/KP-3.js';
import { KP4 } from './kpi/KP-4.js';
import { KP5 } from './kpi/KP-5.js';
import { ON1 } from './onboarding/ON-1.js';
import { ON2 } from './onboarding/ON-2.js';
import { ON3 } from './onboarding/ON-3.js';
import { ON4 } from './onboarding/ON-4.js';
import { PP1 } from './people/PP-1.js';
import { PP2 } from './people/PP-2.js';
import { PP3 } from './people/PP-3.js';
import { DC1 } from './security/DC-1.js';
import { DC2 } from './security/DC-2.js';
import { DC3 } from './security/DC-3.js';
import { DC4 } from './security/DC-4.js';
import { DC5 } from './security/DC-5.js';
import { SA1 } from './security/SA-1.js';
import { SA2 } from './security/SA-2.js';
import { SA3 } from './security/SA-3.js';
import { SA4 } from './security/SA-4.js';
import { SU1 } from './suitability/SU-1.js';
import { SU2 } from './suitability/SU-2.js';
import { SU3 } from './suitability/SU-3.js';
import { SU4 } from './suitability/SU-4.js';
import { SU5 } from './suitability/SU-5.js';
import { SU6 } from './suitability/SU-6.js';

const LIST: readonly Control[] = [
  SU1,
  SU2,
  SU3,
  SU4,
  SU5,
  SU6,
  EM1,
  EM2,
  EM3,
  PE1,
  PE2,
  PE3,
  PE4,
  PE5,
  PE6,
  SC1,
  IN1,
  RF1,
  RF2,
  RF3,
  RF4,
  RF5,
  RF6,
  RF7,
  IP1,
  IP2,
  IP3,
  IP4,
  IP5,
  IP6,
  IP7,
  GV1,
  DP1,
  DP2,
  DP3,
  DP4,
  SA1,
  SA2,
  SA3,
  SA4,
  DC1,
  DC2,
  DC3,
  DC4,
  DC5,
  AI1,
  PP1,
  PP2,
  PP3,
  ON1,
  ON2,
  ON3,
  ON4,
  CA1,
  CA2,
  CA3,
  CA4,
  KP1,
  KP2,
  KP3,
  KP4,
  KP5,
  KT1,
  KT2,
  KT3,
  KT4,
  KT5,
  RP1,
  AR1,
  OF1,
  AU1,
  AU2,
];

/** Every control that the engine knows, by id, in the order of the catalogue. */
export const CONTROLS: Record<string, Control> = Object.fromEntries(LIST.map((c) => [c.id, c]));

/** The control that facts of a type are about; undefined where they are about none. */
export const controlOfFact = (type: CaseEvent['type']): string | undefined =>
  Object.values(CONTROLS).find((c) => c.facts?.includes(type))?.id;
