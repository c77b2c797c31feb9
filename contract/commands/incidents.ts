import { z } from 'zod';
import { INCIDENT_KINDS, INCIDENT_STEPS, NOTICE_ITEMS } from '../../domain/incidents/incident.js';
import { hash, incidentId, instant, link, text } from '../basics.js';

/** Acts on incidents, and on drills of them. */
export const incidents = {
  ReportIncident: {
    summary: 'Report an incident, or open a drill; each side’s hours run from when it became aware',
    by: 'vendor contact, security, privacy, procurement',
    body: z.strictObject({
      incident: incidentId,
      drill: z.boolean().default(false),
      what: z.enum(INCIDENT_KINDS),
      personalData: z.boolean().describe('Not known yet: true.'),
      vendorAwareAt: instant.optional().describe('Default: now.'),
      clientAwareAt: instant.optional().describe('Default: now, the latest at which the client can have become aware.'),
    }),
  },
  RecordIncidentStep: {
    summary: 'Record a step of an incident with its evidence, or the grounds on which nobody has to be told',
    by: 'vendor contact for its own steps; security, privacy, legal',
    body: z.strictObject({
      incident: incidentId,
      step: z.enum(INCIDENT_STEPS),
      at: instant.optional().describe('When it was done. Default: now.'),
      link: link.optional().describe('Where the evidence is.'),
      hash: hash.optional().describe('SHA-256 of the document that shows it.'),
      grounds: text(2000).optional().describe('GDPR Art. 33(1) no risk; Art. 34(1) no high risk; Art. 34(3).'),
      items: z
        .array(z.enum(NOTICE_ITEMS))
        .max(4)
        .optional()
        .describe('GDPR Art. 33(3)(a) to (d); the rest may follow.'),
    }),
  },
  CloseIncident: {
    summary: 'Close an incident whose steps are all done or grounded',
    by: 'security, privacy, legal',
    body: z.strictObject({ incident: incidentId }),
  },
};
