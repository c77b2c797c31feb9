import type { PlacePage, PlaceRow, PlacesPage } from '../../contract/places.js';
import { lookFailure, unseenText, wayText } from '../../presentation/words/looks.js';
import { moreLine } from './listing.js';
import { type Cell, heading, pairs, safe, table } from './print.js';
import { stamp } from './times.js';

const standing = ({ failingSince, code = '' }: PlaceRow): string =>
  failingSince === undefined ? 'seen' : `fails since ${stamp(failingSince)}: ${lookFailure(code)}`;

/** Places with their last look, and how much is unknown there. */
export function placesInWords({ rows, nextCursor }: PlacesPage): string {
  if (rows.length === 0) return 'No open case gives access to a place that is looked at.';
  const body = rows.map((row) => [
    `${row.provider}:${row.placeId}`,
    row.name,
    row.caseCount,
    row.open,
    row.unknown,
    row.lookedAt === undefined ? 'not yet' : stamp(row.lookedAt),
    standing(row),
  ]);
  const head = ['PLACE', 'NAME', 'CASES', 'GRANTS OPEN', 'UNKNOWN', 'LAST LOOK', 'LOOKS'];
  return [table(head, body), ...moreLine(nextCursor)].join('\n');
}

/** One place: its looks, who holds what there by which case, who is known and who is unknown. */
export function placeInWords({ place, rows, names, nextCursor }: PlacePage): string {
  const name = (id: string): string => names[id] ?? id;
  const looks: [string, Cell][] = [
    ['Last look', place.lookedAt === undefined ? 'not yet' : stamp(place.lookedAt)],
    ['Next look', `${stamp(place.nextLookAt)}, every ${place.everyHours} h`],
    ['Looks', standing(place)],
    ...(place.unseen.length === 0
      ? []
      : [['Not seen', place.unseen.map(unseenText).join(', ')] satisfies [string, Cell]]),
  ];
  const held = rows.flatMap(({ caseId, zone, held: all }) =>
    all.map((one) => [
      name(one.person),
      caseId,
      one.permission,
      one.status,
      one.held,
      one.notAfter && stamp(one.notAfter, zone),
      [...(one.others === undefined ? [] : [`${one.others.permission} by ${one.others.cases.join(', ')}`])]
        .concat((one.keptBy ?? []).map(wayText))
        .join('; '),
    ]),
  );
  const accounts = rows.flatMap(({ caseId, zone, accounts: all }) =>
    all.map(({ person, declared, question }) => [
      name(person),
      caseId,
      declared === undefined
        ? `unknown${question === undefined ? '' : `, answer by ${stamp(question.answerBy, zone)}`}`
        : `${declared.is}${declared.whose === undefined ? '' : ` (${declared.whose})`}`,
      declared && `${name(declared.by)}: ${declared.reason}`,
    ]),
  );
  return [
    heading(safe(place.name)),
    pairs(looks),
    ...(held.length === 0
      ? ['Nobody holds access there by a grant.']
      : [table(['PERSON', 'CASE', 'GRANTED', 'IS', 'SEEN WITH', 'UNTIL', 'BESIDES'], held)]),
    ...(accounts.length === 0 ? [] : [table(['ACCOUNT', 'ASKED IN', 'WHOSE', 'SAID BY'], accounts)]),
    ...moreLine(nextCursor),
  ].join('\n');
}
