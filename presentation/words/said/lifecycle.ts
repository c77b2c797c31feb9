import type { Template } from '../fill.js';

/** Of the case as a whole: its model, scope, pause and end. */
export const lifecycle: Record<string, Template> = {
  'lifecycle.start-past':
    'Day 1 is {start:day}, which is past. If that is a slip, cancel this case and open it with the right date.',
  'lifecycle.start-far':
    'Day 1 is {start:day}, more than a year ahead. If that is a slip, cancel this case and open it with the right date.',
  'lifecycle.rate-low': '{rate:usd} per engineer and month is very little. Is it the price of a day or an hour?',
  'lifecycle.rate-high': '{rate:usd} per engineer and month is a lot. Is it the price of the whole team?',
  'lifecycle.one-decider':
    '{person:person} alone would decide at every gate. Name others, since nobody decides what they supply (AU-2).',
  'lifecycle.ai-act-not-concerned':
    'The case file says that the EU AI Act does not apply, and a party is established in the EU or EEA. A deployer established there is bound by it (Art. 2(1)(b)). Correct euMarket by a change of scope if it is a slip.',
  'lifecycle.model-already-chosen': 'The engagement model is already {model:choice}.',
  'lifecycle.already-paused': 'The case is already paused.',
  'lifecycle.not-paused': 'The case is not paused.',
  'lifecycle.own-pause': 'You paused the case, so someone else must resume it (AU-2).',
  'lifecycle.unknown-resource': 'This case gives no access to {resource:place}, so it cannot be removed.',
  'lifecycle.resource-twice':
    '{resource:place} is already part of this case. To replace it, remove it in the same change.',
  'lifecycle.nothing-left': 'No resource would be left. Close the case instead.',
  'lifecycle.no-change': 'Nothing would change.',
  'lifecycle.personal-data-missing':
    '{resource:place} holds personal data, but the data classes do not name it. Add personal-data to them.',
  'lifecycle.data-class-missing':
    '{resource:place} is {dataClass}, which the data classes do not name. Add it to them.',
  'lifecycle.data-roles-missing':
    'For personal data of people in the EU, state who is controller and who is processor.',
  'lifecycle.own-resource':
    'You would own {resource:place} and add it yourself. Name somebody else as its owner (AU-2).',
  'lifecycle.owner-unknown':
    'The owner of {resource:place} is not one of the client’s people who decide in this case. Name one of them.',
  'lifecycle.asset-people-unknown':
    '{resource:place} needs an administrator and a checker from the client’s people in this case.',
  'lifecycle.asset-same-person':
    '{resource:place} has the same administrator and checker. Name someone else as checker.',
};
