/** What a control answers to, by standard; an empty list: the standard asks for nothing of the kind. */
export type Standards = {
  /** Controls of ISO/IEC 27001:2022, Annex A. */
  iso27001: readonly string[];
  /** Criteria of the AICPA Trust Services Criteria of 2017 with the points of focus of 2022 (SOC 2). */
  soc2: readonly string[];
  /** Controls of NIST SP 800-53 Rev. 5, with update 5.1.1. */
  nist80053: readonly string[];
};

/** The standards that the table speaks of: the short name, what it is called in full, and who publishes it. */
export const STANDARDS_SOURCES = [
  {
    key: 'iso27001',
    short: 'ISO/IEC 27001',
    title: 'ISO/IEC 27001:2022, Annex A',
    source: 'ISO and IEC, third edition, October 2022',
  },
  {
    key: 'soc2',
    short: 'SOC 2',
    title: 'Trust Services Criteria 2017, points of focus 2022',
    source: 'AICPA, TSP section 100',
  },
  {
    key: 'nist80053',
    short: 'NIST SP 800-53',
    title: 'NIST SP 800-53 Rev. 5',
    source: 'NIST, September 2020, https://doi.org/10.6028/NIST.SP.800-53r5',
  },
] as const satisfies readonly { key: keyof Standards; short: string; title: string; source: string }[];

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
/** One row: what it answers to in ISO/IEC 27001 Annex A, SOC 2 and NIST SP 800-53, apart by spaces. */
const row = (iso27001: string, soc2: string, nist80053: string): Standards => ({
  iso27001: words(iso27001),
  soc2: words(soc2),
  nist80053: words(nist80053),
});

/**
 * The mapping of every control of the catalogue, by id. It says where an auditor of that standard will look for the
 * control's evidence; it does not say that the control alone satisfies the clause.
 */
export const STANDARDS: Readonly<Record<string, Standards>> = {
  'SU-1': row('A.5.8 A.8.26', 'CC3.1', 'PM-11 SA-4'),
  'SU-2': row('A.5.8', 'CC3.2 CC9.2', 'RA-9 SR-5'),
  'SU-3': row('A.5.12 A.5.19', 'CC3.2 CC9.2 C1.1', 'RA-2 RA-3 SR-3'),
  'SU-4': row('A.5.8 A.5.19', 'CC1.3 CC9.2', 'PM-11 SR-2'),
  'SU-5': row('A.5.2', 'CC1.4', 'PM-13 SA-2'),
  'SU-6': row('A.5.8', 'CC3.2', 'SA-2 PM-3'),

  'EM-1': row('A.5.8 A.5.19', 'CC3.2 CC9.2', 'SR-2 SR-5'),
  'EM-2': row('A.5.2 A.5.19 A.8.30', 'CC1.3 CC9.2', 'SA-3 SA-9 SR-2'),
  'EM-3': row('A.5.20', 'CC9.2', 'SA-2 SA-4'),

  'PE-1': row('A.5.19 A.8.30', 'CC1.4 CC9.2', 'SR-6 SA-21'),
  'PE-2': row('A.5.19 A.6.3', 'CC1.4', 'SA-15 AT-3'),
  'PE-3': row('A.5.19 A.5.21', 'CC9.2', 'SR-6 RA-3(1)'),
  'PE-4': row('A.5.19', 'CC9.2', 'SR-6'),
  'PE-5': row('A.5.20 A.5.30', 'CC9.1 CC9.2', 'SR-2 CP-2'),
  'PE-6': row('A.5.19', 'CC9.2', 'SR-5'),
  'SC-1': row('A.5.19 A.5.31 A.6.1', 'CC1.4 CC9.2', 'PS-3 PS-7 SR-6'),
  'IN-1': row('A.5.20', 'CC9.1 CC9.2', 'PM-9 SA-4'),

  'RF-1': row('A.5.19 A.5.22', 'CC9.2', 'SR-6 SA-9'),
  'RF-2': row('A.5.20 A.5.32', 'CC9.2', 'SA-4 SR-3'),
  'RF-3': row('A.5.19 A.5.21', 'CC9.2', 'SR-3 SR-6 PS-7'),
  'RF-4': row('A.5.20 A.5.22', 'CC9.2', 'SA-4'),
  'RF-5': row('A.5.20 A.5.30', 'CC9.1 CC9.2', 'SR-2 CP-2'),
  'RF-6': row('A.5.19 A.8.30', 'CC1.4 CC9.2', 'SR-6 SA-11'),
  'RF-7': row('A.5.20 A.5.37', 'CC2.1 CC9.2', 'SA-5 SA-16'),

  'IP-1': row('A.5.20 A.5.32 A.8.30', 'CC9.2', 'SA-4 SR-3'),
  'IP-2': row('A.5.32 A.6.2', 'CC1.1 CC9.2', 'PS-6 PS-7'),
  'IP-3': row('A.5.20 A.6.6', 'CC9.2 C1.1', 'PS-6 PS-7 SA-9'),
  'IP-4': row('A.5.21 A.5.32', 'CC9.2', 'SR-4 SR-11 SA-4'),
  'IP-5': row('A.5.20 A.5.32', 'CC9.2 C1.1', 'SA-4 SA-9'),
  'IP-6': row('A.5.19 A.5.21', 'CC9.2 P6.4', 'SR-3 PS-7 SA-9(5)'),
  'IP-7': row('A.5.10 A.5.32 A.8.30', 'CC5.3 CC9.2', 'CM-10 SA-15 PL-4'),
  'GV-1': row('A.5.1 A.5.8', 'CC1.3 CC3.2 CC5.3', 'PM-9 SR-1'),

  'DP-1': row('A.5.20 A.5.34', 'CC9.2 P6.4', 'PT-2 PT-3 SA-9'),
  'DP-2': row('A.5.14 A.5.23 A.5.31', 'CC6.7 CC9.2', 'SA-9(5) AC-20'),
  'DP-3': row('A.5.5 A.5.24 A.5.26 A.6.8', 'CC7.3 CC7.4 P6.5 P6.6', 'IR-4 IR-6 IR-8 SR-8'),
  'DP-4': row('A.5.34', 'CC3.2', 'RA-8 PT-2'),
  'SA-1': row('A.5.19 A.5.22', 'CC4.1 CC9.2', 'SA-9 SR-6 CA-2'),
  'SA-2': row('A.5.19 A.5.22 A.5.35', 'CC4.1 CC9.2', 'SA-9 SR-6 CA-2'),
  'SA-3': row('A.5.19 A.5.20 A.5.22', 'CC9.2', 'SA-9 SR-6 CA-5'),
  'SA-4': row('A.5.22', 'CC4.1 CC9.2', 'CA-7 SR-6'),
  'DC-1': row('A.5.15 A.5.18 A.8.3 A.8.4 A.8.15', 'CC6.1 CC6.2 CC6.3', 'AC-2 AC-3 AC-6 AU-2 AU-12'),
  'DC-2': row('A.5.34 A.8.11 A.8.33', 'CC6.1 C1.1 P4.1', 'PM-25 SI-12(2) SI-19'),
  'DC-3': row('A.5.23 A.8.22 A.8.31', 'CC6.1 C1.1', 'SC-4 SC-7 SR-3'),
  'DC-4': row('A.6.7 A.8.1 A.8.7', 'CC6.7 CC6.8', 'AC-17 AC-19 AC-20 CM-2 SC-28'),
  'DC-5': row('A.5.14 A.5.21 A.5.23', 'CC6.7 CC9.2 C1.1', 'AC-20 CM-10 SA-9 SR-3'),
  'AI-1': row('A.5.31 A.5.36', 'CC3.1 CC9.2', 'PM-9 RA-3 SA-4'),

  'PP-1': row('A.5.16 A.5.19 A.6.1', 'CC1.4 CC6.2 CC9.2', 'PS-7 AC-2 SA-21'),
  'PP-2': row('A.5.16 A.6.1', 'CC6.2', 'IA-12 PS-3 PS-7'),
  'PP-3': row('A.5.34', 'P1.1', 'PT-5'),

  'ON-1': row('A.5.8 A.8.26', 'CC2.3 CC3.1', 'SA-4 PM-11'),
  'ON-2': row('A.5.15 A.5.18 A.8.3', 'CC6.1 CC6.2 CC6.3', 'AC-2 AC-3 AC-6'),
  'ON-3': row('A.5.18 A.8.4 A.8.32', 'CC6.2 CC6.3 CC8.1', 'AC-2 AC-6 CM-3'),
  'ON-4': row('A.5.2 A.5.19', 'CC1.3 CC2.3', 'PS-7 SA-9'),
  'CA-1': row('A.5.22', 'CC2.3 CC4.1', 'CA-7'),
  'CA-2': row('A.5.22', 'CC4.1 CC4.2 CC9.2', 'CA-7 PM-6 SA-9'),
  'CA-3': row('A.5.22', 'CC4.1 CC9.2', 'CA-7 SR-6'),
  'CA-4': row('A.5.19', 'CC2.3', 'SA-9'),
  'KP-1': row('A.5.22 A.8.29', 'CC4.1 PI1.1', 'PM-6 SA-11'),
  'KP-2': row('A.5.22', 'CC4.1 CC9.2', 'PM-6 SA-9'),
  'KP-3': row('A.5.22 A.8.16', 'A1.1 CC7.2 CC9.2', 'PM-6 SA-9 SI-4'),
  'KP-4': row('A.5.22 A.5.32 A.5.34', 'CC4.1 CC3.2', 'PM-6 CA-7 SA-11'),
  'KP-5': row('A.5.2 A.8.29 A.8.30', 'CC1.3 CC1.4', 'SA-11 CA-2'),
  'KT-1': row('A.5.37 A.8.27', 'CC2.1 CC8.1', 'SA-5 PL-8'),
  'KT-2': row('A.5.37', 'CC2.1 CC5.3', 'SA-5 CP-2'),
  'KT-3': row('A.5.20 A.5.37', 'CC2.1 CC9.2', 'SA-5 SA-16 PS-7'),
  'KT-4': row('A.5.29 A.5.30', 'CC9.1', 'SA-16 CP-4'),
  'KT-5': row('A.5.29 A.5.37', 'CC1.4 CC9.1', 'SA-16 CP-2'),

  'RP-1': row('A.5.18 A.5.20 A.6.5', 'CC6.2 CC9.1 CC9.2', 'PS-4 PS-5 PS-7'),
  'AR-1': row('A.5.18', 'CC6.2 CC6.3', 'AC-2 AC-6'),
  'OF-1': row('A.5.11 A.5.18 A.6.5 A.8.10', 'CC6.2 CC6.5 CC9.2 C1.2', 'AC-2 PS-4 PS-7 MP-6 SR-12'),
  'AU-1': row('A.5.28 A.5.33 A.8.15', 'CC4.1 CC7.2', 'AU-2 AU-3 AU-9 AU-10 AU-11'),
  'AU-2': row('A.5.3', 'CC5.1 CC6.3', 'AC-5'),
};
