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
      vendorAwareAt: instant.optional().describe('Default: now. From the client it is a claim, which dates nothing.'),
      clientAwareAt: instant.optional().describe('Default: now. From the vendor it is a claim, which dates nothing.'),
    }),
  },
  AmendIncident: {
    summary:
      'Say what was learnt later of an incident: when your side became aware, or that personal data are concerned',
    by: 'vendor contact, security, privacy, procurement, legal; each side for itself',
    body: z.strictObject({
      incident: incidentId,
      awareAt: instant.optional(),
      personalData: z.literal(true).optional(),
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
