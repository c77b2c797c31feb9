import { contentHash } from '../../domain/hash.js';
import { as } from '../support/domain/book.js';

import { ALL, KNOWN, LINK, quiet, report, step, tasks, told } from '../support/domain/incident.js';

describe('an incident', () => {
  test('given a report by the vendor on a Saturday, when 72 hours pass over the change of the clocks, then each fraction is reminded of and the deadline is said to be late at the very instant', () => {
    const book = quiet();
    report(book);
    expect(tasks(book)).toEqual([
      'incident:inc-1:contain vendor-contact',
      'incident:inc-1:assess-risk privacy',
      'incident:inc-1:notify-authority privacy',
    ]);
    book.until('2026-10-27T21:00:00.000Z');
    expect(told(book)).toEqual([
      `${KNOWN} notify-client 0 0`,
      '2026-10-26T08:00:00.000Z authority-notice 50',
      '2026-10-27T02:00:00.000Z authority-notice 75',
      '2026-10-27T12:48:00.000Z authority-notice 90',
      '2026-10-27T20:00:00.000Z authority-notice late',
    ]);
    expect(step(book, as('privacy'), { step: 'notify-authority', link: LINK, items: [...ALL] })).toEqual([
      'IncidentStepRecorded',
    ]);
    expect(book.state.incidents?.['inc-1']?.steps['notify-authority']).toEqual({
      at: '2026-10-27T21:00:00.000Z',
      by: 'privacy',
      minutes: 73 * 60,
      lateMinutes: 60,
      items: [...ALL],
    });
  });

  test("given a report by the client, then the vendor's own hours run from its awareness, by the contract where there is one, and late is late when it is found", () => {
    const book = quiet();
    book.state = {
      ...book.state,
      evidence: { 'DP-3': { form: { vendorNoticeHours: 6 }, by: 'legal', at: KNOWN, seq: 1 } },
    };
    report(
      book,
      { vendorAwareAt: '2026-10-24T12:00:00.000Z', clientAwareAt: '2026-10-24T18:30:00.000Z' },
      as('security'),
    );
    expect(book.state.incidents?.['inc-1']?.clocks).toEqual({
      'vendor-notice': { from: '2026-10-24T12:00:00.000Z', due: '2026-10-24T18:00:00.000Z', late: true },
      'authority-notice': { from: '2026-10-24T18:30:00.000Z', due: '2026-10-27T18:30:00.000Z' },
    });
    step(book, as('vendor-contact'), {
      step: 'notify-client',
      at: '2026-10-24T18:45:00.000Z',
      hash: contentHash('mail'),
    });
    expect(told(book)).toEqual([`${KNOWN} vendor-notice late`, `${KNOWN} notify-client 405 45`]);
  });

  test('given steps without what they rest on, or out of time, then each is refused with its code; grounds rest on the assessment', () => {
    const book = quiet();
    expect(report(book, {}, as('engineering-manager'))).toMatchObject({ code: 'NotYourRole' });
    expect(report(book, { vendorAwareAt: '2026-10-25T00:00:00.000Z' })).toMatchObject({ code: 'TimeOutOfRange' });
    report(book);
    expect(report(book)).toMatchObject({ code: 'DuplicateId' });
    const privacy = as('privacy');
    expect([
      step(book, privacy, { step: 'assess-risk' }),
      step(book, as('engineering-manager'), { step: 'assess-risk', link: LINK }),
      step(book, as('vendor-contact'), { step: 'assess-risk', link: LINK }),
      step(book, privacy, { step: 'contain', grounds: 'None.' }),
      step(book, privacy, { step: 'notify-authority', link: LINK }),
      step(book, privacy, { step: 'notify-authority', grounds: 'Encrypted.' }),
      step(book, privacy, { step: 'assess-risk', link: LINK, at: '2026-10-24T19:59:00.000Z' }),
      step(book, privacy, { step: 'assess-risk', link: LINK, at: '2026-10-24T20:01:00.000Z' }),
      step(book, privacy, { step: 'notify-client', link: LINK }),
      step(book, privacy, { step: 'assess-risk', link: LINK }),
      step(book, privacy, { step: 'notify-authority', grounds: 'Art. 33(1): encrypted, the key is safe.' }),
    ]).toEqual([
      'StepNotSupported',
      'NotYourRole',
      'NotYourRole',
      'StepNotSupported',
      'StepNotSupported',
      'StepNotSupported',
      'TimeOutOfRange',
      'TimeOutOfRange',
      'IncidentNotOpen',
      ['IncidentStepRecorded'],
      ['IncidentStepRecorded'],
    ]);
    expect(book.act(privacy, { type: 'CloseIncident', incident: 'inc-1' })).toMatchObject({ code: 'IncidentNotOpen' });
    expect(book.act(privacy, { type: 'CloseIncident', incident: 'inc-2' })).toMatchObject({ code: 'UnknownIncident' });
    expect(book.after(100).state.incidents?.['inc-1']?.clocks['authority-notice']?.late).toBeUndefined();
  });

  test('given a notification in phases, then the first stops the clock, and the step is done once all of Art. 33(3) was told', () => {
    const book = quiet();
    report(book);
    const privacy = as('privacy');
    step(book, privacy, { step: 'notify-authority', link: LINK, items: ['nature', 'contact'] });
    book.after(100);
    expect(told(book).filter((t) => t.includes('authority'))).toEqual([`${KNOWN} notify-authority 0 0`]);
    expect(tasks(book)).toContain('incident:inc-1:notify-authority privacy');
    step(book, privacy, { step: 'notify-authority', link: LINK, items: ['consequences', 'measures'] });
    expect(tasks(book)).not.toContain('incident:inc-1:notify-authority privacy');
    expect(book.state.incidents?.['inc-1']?.steps['notify-authority']).toEqual({
      at: KNOWN,
      by: 'privacy',
      minutes: 0,
      items: [...ALL],
    });
  });

  test('given a case that is closing, then its incident goes on and the case is closed only after it', () => {
    const book = quiet();
    report(book, { personalData: false });
    book.act(as('procurement'), { type: 'CloseCase', reason: 'The work is over.' });
    expect([book.state.status, tasks(book)]).toEqual([
      'closing',
      ['incident:inc-1:contain vendor-contact', 'incident:inc-1:assess-risk privacy'],
    ]);
    step(book, as('vendor-contact'), { step: 'contain', link: LINK });
    step(book, as('privacy'), { step: 'assess-risk', link: LINK });
    step(book, as('privacy'), { step: 'document', link: LINK });
    expect(tasks(book)).toEqual(['incident:inc-1:close security']);
    book.act(as('security'), { type: 'CloseIncident', incident: 'inc-1' });
    expect(book.state.status).toBe('closed');
  });
});
