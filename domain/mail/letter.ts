import type { Said } from '../say.js';
import type { Instant } from '../time.js';

/** Whether a task is new to the reader, was handed up to them, is late, or comes closer. */
export type Tone = 'new' | 'escalated' | 'late' | 'reminder';

/** A task that the reader is asked for; why and how are told as they stand when the letter is sent. */
export type TaskRef = { task: string; tone: Tone; what: Said; due?: Instant };

/** What a letter is about, by reference; its words are made when it is sent. `facts`: numbers of entries in the ledger. */
export type Letter = { template: 'tasks'; tasks: TaskRef[] } | { template: 'notice'; facts: number[] };
