import { playAll } from './scenarios.js';

describe('the scenarios of the examples', () => playAll(undefined));
