import { SHORT_RUNS } from '../support/rehearsal/scenarioFiles.js';
import { playAll } from '../support/rehearsal/scenarios.js';

describe('the scenarios of the examples, in runs of 40 events', () => playAll(SHORT_RUNS, 40));
