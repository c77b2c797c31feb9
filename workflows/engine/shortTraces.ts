/**
 * Errors within a case name two places: where they were thrown, and who called.
 *
 * The SDK takes the trace of every promise that a case makes, which was a third of the work of a replay. The two nearest places are its own there, so
 * that nothing is left to be looked up.
 */
Error.stackTraceLimit = 2;
