import type { Template } from '../fill.js';

/** Of what stays after an access has ended. */
export const leftBehind: Record<string, Template> = {
  'left.of-vendor':
    'Somebody of the vendor cannot say what becomes of what the vendor’s people left. Someone else of the client has to.',
  'left.whose-missing': 'Say who answers for it now: give whose it is.',
  'left.whose-of-removed': 'What was removed is nobody’s. Leave out whose it is, or say that it stays.',
  'left.unknown': 'Nothing called {item} is listed of {person:person} on {resource:place}.',
  'left.gone': '{item} is gone already. There is nothing to answer.',
  'left.to-be-checked': 'It is said to be removed already, and will be checked within minutes.',

  'left.unseen': 'Nobody could look whether {person:person} left something on {resource:place}: {parts:unseen}.',

  'tasks.left-behind': 'Explain: {items#thing} that {person:person} may have left on {resource:place}',
  'tasks.left-behind-why':
    'The access of {person:person} has ended. These came in while they had it, or are not dated, and can give a way in that outlasts it.',
  'tasks.left-behind-silence': 'Answer by {until:instant}. Offboarding (OF-1) is not complete before.',
  'tasks.left-behind-unseen': 'Drawbridge could not look at: {parts:unseen}. Look there by hand.',
  'tasks.left-behind-more': '{more} more follow once these are answered.',
  'tasks.left-item': '{kind:left} {id}, at the provider under {kind:leftWhere}. Removed, or whose is it now?',
  'tasks.left-item-dated':
    '{kind:left} {id}, last changed {at:instant}, at the provider under {kind:leftWhere}. Removed, or whose is it now?',
  'tasks.left-item-still': '{kind:left} {id} is said to be removed and is still there, under {kind:leftWhere}.',
};
