import { playAll } from './scenarios.js';

describe('the scenarios of the examples, in runs of 40 events', () => playAll(40));
