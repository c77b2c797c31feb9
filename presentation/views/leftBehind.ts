import type { LeftBehindView } from '../../contract/parts.js';
import type { CaseState } from '../../domain/case/state.js';
import { itemKey } from '../../domain/leftBehind/leftBehind.js';
import { endedAccess, isAsked, standingOf } from '../../domain/leftBehind/standing.js';

/** What stays of each access that has ended, and what nobody could look at; none where all was seen and nothing stays. For the client alone. */
export const leftBehindViews = (state: CaseState): LeftBehindView[] =>
  endedAccess(state).flatMap((lease): LeftBehindView[] => {
    const standing = standingOf(state, lease);
    const items = Object.values(standing?.items ?? {});
    if (standing === undefined || (items.length === 0 && standing.unseen.length === 0)) return [];
    const { listedAt, unseen } = standing;
    const { id, person, resource } = lease;
    return [
      {
        ...{ lease: id, person, resource, unseen },
        ...(listedAt !== undefined && { listedAt }),
        items: items.map((item) => ({ item: itemKey(item), ...item, asked: isAsked(item) })),
      },
    ];
  });
