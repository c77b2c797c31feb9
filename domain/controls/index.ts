import { IP1 } from './contract/IP-1.js';
import { IP2 } from './contract/IP-2.js';
import { IP3 } from './contract/IP-3.js';
import type { Control } from './control.js';
import { RF2 } from './evaluation/RF-2.js';
import { KP1 } from './kpi/KP-1.js';
import { KP2 } from './kpi/KP-2.js';
import { KP3 } from './kpi/KP-3.js';
import { KP4 } from './kpi/KP-4.js';
import { KP5 } from './kpi/KP-5.js';
import { ON4 } from './onboarding/ON-4.js';
import { PP1 } from './people/PP-1.js';
import { SA1 } from './security/SA-1.js';
import { SA3 } from './security/SA-3.js';

const LIST: readonly Control[] = [RF2, IP1, IP2, IP3, SA1, SA3, PP1, ON4, KP1, KP2, KP3, KP4, KP5];

/** Every control that the engine knows, by id, in the order of the catalogue. */
export const CONTROLS: Readonly<Record<string, Control>> = Object.fromEntries(LIST.map((c) => [c.id, c]));
