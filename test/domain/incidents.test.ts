import { contentHash } from '../../domain/hash.js';
import { as } from '../support/domain/book.js';

import { ALL, amend, KNOWN, LINK, quiet, report, step, tasks, told } from '../support/domain/incident.js';

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

  test("given a report by the client, then it dates its own awareness, and the vendor's is dated by the vendor; its hours are those of the contract", () => {
    const book = quiet();
    book.state = {
      ...book.state,
      evidence: { 'DP-3': { form: { vendorNoticeHours: 6 }, by: 'legal', at: KNOWN, seq: 1 } },
    };
    const claim = '2026-10-24T12:00:00.000Z';
    report(book, { vendorAwareAt: claim, clientAwareAt: '2026-10-24T18:30:00.000Z' }, as('security'));
    const clocks = () => book.state.incidents?.['inc-1']?.clocks;
    const authority = { from: '2026-10-24T18:30:00.000Z', due: '2026-10-27T18:30:00.000Z' };
    expect(clocks()).toEqual({
      'vendor-notice': { from: KNOWN, due: '2026-10-25T02:00:00.000Z' },
      'authority-notice': authority,
    });
    expect(tasks(book)).toContain('incident:inc-1:aware vendor-contact');
    amend(book, as('vendor-contact'), { awareAt: '2026-10-24T15:00:00.000Z' });
    // The vendor disputes what the client says: its clock runs from the earlier.
    expect(clocks()).toEqual({
      'vendor-notice': { from: claim, due: '2026-10-24T18:00:00.000Z', late: true },
      'authority-notice': authority,
    });
    expect(book.state.incidents?.['inc-1']?.disputed).toEqual(['vendor']);
    expect(tasks(book)).not.toContain('incident:inc-1:aware vendor-contact');
    step(book, as('vendor-contact'), {
      step: 'notify-client',
      at: '2026-10-24T18:45:00.000Z',
      hash: contentHash('mail'),
    });
    expect(told(book)).toEqual([`${KNOWN} vendor-notice late`, `${KNOWN} notify-client 405 45`]);
  });

  test('given a vendor that says five days later that it told the client at once, then its notice is late and the clock of the authority starts now', () => {
    const book = quiet();
    book.now = '2026-10-29T09:00:00.000Z';
    report(book, { vendorAwareAt: KNOWN, clientAwareAt: '2026-10-24T21:00:00.000Z' });
    expect(book.state.incidents?.['inc-1']).toMatchObject({
      clientAwareAt: book.now,
      claimed: { client: '2026-10-24T21:00:00.000Z' },
      clocks: {
        'vendor-notice': { from: KNOWN, due: '2026-10-25T20:00:00.000Z', late: true },
        'authority-notice': { from: book.now, due: '2026-11-01T09:00:00.000Z' },
      },
    });
    expect(told(book)).toEqual([`${book.now} notify-client 6540 5100`, `${book.now} vendor-notice late`]);
    expect(tasks(book)).toContain('incident:inc-1:aware privacy');
    // Privacy says that it was told two days ago: what the vendor says is a dispute, and the earlier protects the people.
    expect(amend(book, as('privacy'), { awareAt: '2026-10-27T08:00:00.000Z' })).toEqual(['IncidentAmended']);
    expect(book.state.incidents?.['inc-1']).toMatchObject({
      clientAwareAt: '2026-10-24T21:00:00.000Z',
      stated: { vendor: KNOWN, client: '2026-10-27T08:00:00.000Z' },
      disputed: ['client'],
      clocks: { 'authority-notice': { due: '2026-10-27T21:00:00.000Z', late: true } },
    });
  });

  test('given a side that says later that it knew later, then its clock stays; what is nothing new, or in the future, is refused', () => {
    const book = quiet();
    report(book, { personalData: false });
    book.after(5);
    expect([
      amend(book, as('vendor-contact'), { awareAt: '2026-10-24T23:00:00.000Z' }),
      amend(book, as('vendor-contact'), {}),
      amend(book, as('vendor-contact'), { awareAt: '2026-11-24T23:00:00.000Z' }),
      amend(book, as('engineering-manager'), { personalData: true }),
    ]).toEqual([['IncidentAmended'], 'IncidentNotOpen', 'TimeOutOfRange', 'NotYourRole']);
    expect(book.state.incidents?.['inc-1']?.vendorAwareAt).toBe(KNOWN);
  });

  test('given personal data that are recognised on day 3, then the hours of the authority start then, and an incident that was closed is open again', () => {
    const book = quiet();
    report(book, { personalData: false });
    step(book, as('vendor-contact'), { step: 'contain', link: LINK });
    step(book, as('privacy'), { step: 'assess-risk', link: LINK });
    step(book, as('privacy'), { step: 'document', link: LINK });
    book.act(as('security'), { type: 'CloseIncident', incident: 'inc-1' });
    book.until('2026-10-27T20:00:00.000Z');
    expect(amend(book, as('privacy'), { personalData: true })).toEqual(['IncidentAmended']);
    const { closedAt, personalData, clocks } = book.state.incidents?.['inc-1'] ?? {};
    expect([closedAt, personalData, clocks?.['authority-notice']]).toEqual([
      undefined,
      true,
      { from: '2026-10-27T20:00:00.000Z', due: '2026-10-30T20:00:00.000Z' },
    ]);
    expect(tasks(book)).toEqual(['incident:inc-1:notify-authority privacy', 'incident:inc-1:notify-subjects privacy']);
    book.until('2026-10-30T20:00:00.000Z');
    expect(told(book)).toContain('2026-10-30T20:00:00.000Z authority-notice late');
  });

  test('given a client that is a processor itself, then it tells its controller within what it has promised, and the authority is for the controller', () => {
    const book = quiet();
    const { data } = book.state.intake;
    const roles = { client: 'processor' as const, vendor: 'sub-processor' as const };
    book.state = {
      ...book.state,
      intake: { ...book.state.intake, data: { ...data, roles } },
      evidence: { 'DP-3': { form: { clientNoticeHours: 36 }, by: 'legal', at: KNOWN, seq: 1 } },
    };
    report(book);
    expect(book.state.incidents?.['inc-1']?.clocks).toEqual({
      'vendor-notice': { from: KNOWN, due: '2026-10-25T20:00:00.000Z' },
      'controller-notice': { from: KNOWN, due: '2026-10-26T08:00:00.000Z' },
    });
    expect(tasks(book)).toContain('incident:inc-1:notify-controller privacy');
    expect(step(book, as('privacy'), { step: 'notify-authority', link: LINK, items: [...ALL] })).toBe(
      'IncidentNotOpen',
    );
    book.until('2026-10-26T08:00:00.000Z');
    expect(told(book)).toContain('2026-10-26T08:00:00.000Z controller-notice late');
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
