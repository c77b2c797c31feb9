import { Html, html } from '../page/escape.js';
import { STYLE } from '../page/style.js';

/**
 * The page at the address in every letter, open to everybody: how to go on by command line.
 *
 * It is the same for every address, so that it tells nothing of a case, not even whether the address was ever sent.
 */
export const TASK_PAGE: string = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Go on in Drawbridge</title>
<style>${new Html(`${STYLE}pre { background: var(--wash); padding: 10px 12px; font-size: 14px; white-space: pre-wrap; overflow-wrap: anywhere; }`)}</style></head><body>
<header><div class="kicker">Drawbridge</div><h1>Go on at the command line</h1></header>
<main>
<p>The letter that brought you here says what is wanted, by when, and with which commands. This page shows nothing of your case.</p>
<h2>1. Sign in</h2>
<p>Your token says who you are. The people who run Drawbridge at the client issue it; if you work for the vendor, your contact at the client asks them for you.</p>
<pre>export DRAWBRIDGE_URL=…
export DRAWBRIDGE_TOKEN=…</pre>
<h2>2. See what waits for you</h2>
<pre>drawbridge tasks --mine
drawbridge tasks --mine --case CASE</pre>
<p>The first lists your tasks and their cases, the second how to do each. <code>drawbridge --help</code> lists everything else.</p>
<h2>3. Not your task?</h2>
<p>Tell whoever asked you for it. Nobody will ever ask you for your token by letter, phone or chat.</p>
</main></body></html>`.markup;
