import { z } from 'zod';
import { hash, incidentId, instant, text } from '../../contract/basics.js';
import { INCIDENT_KINDS, INCIDENT_STEPS, NOTICE_ITEMS } from '../../domain/incidents/incident.js';
import { act } from './act.js';

const link = z.url({ protocol: /^https?$/, error: 'must be a link that starts with https://' }).max(500);

/** Acts on incidents, and on drills of them. */
export const incidents = {
  ReportIncident: act(
    'Report an incident, or open a drill; the hours of both sides run from their awareness',
    'vendor contact, security, privacy, procurement',
    z.strictObject({
      incident: incidentId,
      drill: z.boolean().default(false),
      what: z.enum(INCIDENT_KINDS),
      personalData: z.boolean().describe('As long as it is not known: true.'),
      vendorAwareAt: instant.optional().describe('Left out: now.'),
      clientAwareAt: instant
        .optional()
        .describe('Left out: now, the latest at which the client can have become aware.'),
    }),
    (body) => ({ type: 'ReportIncident', ...body }),
  ),
  RecordIncidentStep: act(
    'Record a step of an incident with its evidence, or the grounds on which nobody has to be told',
    'vendor contact for its own steps; security, privacy, legal',
    z.strictObject({
      incident: incidentId,
      step: z.enum(INCIDENT_STEPS),
      at: instant.optional().describe('When it was done; left out: now.'),
      link: link.optional().describe('Where the evidence lies.'),
      hash: hash.optional().describe('SHA-256 of the document that shows it.'),
      grounds: text(2000).optional().describe('GDPR Art. 33(1) no risk; Art. 34(1) no high risk; Art. 34(3).'),
      items: z
        .array(z.enum(NOTICE_ITEMS))
        .max(4)
        .optional()
        .describe('GDPR Art. 33(3)(a) to (d); the rest may follow.'),
    }),
    (body) => ({ type: 'RecordIncidentStep', ...body }),
  ),
  CloseIncident: act(
    'Close an incident whose steps are all done or grounded',
    'security, privacy, legal',
    z.strictObject({ incident: incidentId }),
    (body) => ({ type: 'CloseIncident', ...body }),
  ),
};
