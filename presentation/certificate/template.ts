import { TURNS } from '../report/template.js';

const gates = `<table><thead><tr><th scope="col">Gate</th><th scope="col">Open since</th><th scope="col">Decided by, when and why</th><th scope="col">Content</th></tr></thead>
<tbody>{{#each gates}}<tr><th scope="row">{{stage}}</th><td class="when">{{#if isOpen}}{{open}}{{else}}<strong>{{open}}</strong>{{/if}}</td>
<td>{{#if nobody}}<span class="soft">{{nobody}}</span>{{/if}}<ul class="plain">{{#each deciders}}<li>{{who}} <span class="when soft">{{at}}</span><br>{{reason}}</li>{{/each}}</ul></td><td class="mono hash">{{hash}}</td></tr>{{/each}}</tbody></table>`;

const debts = `{{#if debts.length}}<table><thead><tr><th scope="col">Kind</th><th scope="col">What</th><th scope="col">Why</th><th scope="col">Whose</th><th scope="col">Until, due</th></tr></thead>
<tbody>{{#each debts}}<tr><th scope="row">{{kind}}</th><td>{{what}}</td><td>{{why}}</td><td>{{who}}</td><td class="when">{{until}}</td></tr>{{/each}}</tbody></table>
{{else}}<p>Nothing is owed: no tracked item is open, no waiver in force, no remedy outstanding, no red flag, incident or replacement open.</p>{{/if}}`;

const kpis = `{{#if kpis.length}}<table><thead><tr><th scope="col">KPI</th><th scope="col">Target</th><th scope="col" class="num">Last reading</th><th scope="col">Against the target</th><th scope="col">When</th><th scope="col">Source</th><th scope="col" class="num">Readings</th><th scope="col" class="num">Missed</th></tr></thead>
<tbody>{{#each kpis}}<tr><th scope="row">{{kpi}} <span class="soft">{{control}}</span></th><td>{{goal}}</td><td class="num">{{value}}</td><td>{{reached}}</td><td class="when">{{at}}</td><td>{{source}}</td><td class="num">{{readings}}</td><td class="num">{{misses}}</td></tr>{{/each}}</tbody></table>
{{else}}<p class="soft">No KPI is agreed yet.</p>{{/if}}`;

const attendance = `{{#if attendance.length}}<table><thead><tr><th scope="col">Meeting</th><th scope="col" class="num">Due</th><th scope="col" class="num">Held</th><th scope="col" class="num">Missed</th><th scope="col">Whose miss</th><th scope="col" class="num">Attendees</th><th scope="col">Missed on</th></tr></thead>
<tbody>{{#each attendance}}<tr><th scope="row">{{meeting}} {{title}}</th><td class="num">{{due}}</td><td class="num">{{held}}</td><td class="num">{{missed}}</td><td>{{whose}}</td><td class="num">{{attendees}}</td><td>{{missedDays}}</td></tr>{{/each}}</tbody></table>
{{else}}<p class="soft">No meeting of the cadence was due yet.</p>{{/if}}`;

const leases = `{{#if access.length}}<table><thead><tr><th scope="col">Person</th><th scope="col">Resource</th><th scope="col">Granted</th><th scope="col">Seen open</th><th scope="col">Ended, cause</th><th scope="col">Absent, proven after</th></tr></thead>
<tbody>{{#each access}}<tr><th scope="row">{{person}}</th><td>{{resource}}<br><span class="soft">{{permission}}</span></td><td class="when">{{granted}}</td><td class="when">{{opened}}</td><td>{{ended}}{{#if cause}}<br><strong>{{cause}}</strong>{{/if}}</td><td>{{absent}}{{#if proven}}<br><span class="soft">{{proven}}</span>{{/if}}{{#if trouble}}<br>{{trouble}}{{/if}}</td></tr>{{/each}}</tbody></table>
{{else}}<p class="soft">No access was granted.</p>{{/if}}`;

/** The page of a certificate, or of the statement that stands in its place. */
export const CERTIFICATE_TEMPLATE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{heading}}: {{title}}</title><style>{{{style}}}</style></head><body>
<header><div class="kicker">{{heading}}</div><h1>{{title}}</h1>
<p class="soft">Case <span class="mono">{{caseId}}</span>, as of {{asOf}} UTC, day {{day}} of the plan. All times are UTC.</p></header>
<main>
<div class="seal{{#unless is}} broken{{/unless}}"><strong>{{said}}</strong>{{#if whyNot.length}}<ul>{{#each whyNot}}<li>{{this}}</li>{{/each}}</ul>{{/if}}</div>
<table class="facts"><tbody>{{#each facts}}<tr><th scope="row">{{label}}</th><td>{{value}}</td></tr>{{/each}}</tbody></table>
<h2>1. Gates and who decided them</h2>${gates}
<h2>2. What is still owed</h2>${debts}
<h2>3. KPIs, by their last reading</h2>${kpis}
<h2>4. Attendance</h2>${attendance}
<h2>5. Access</h2>${leases}
<h2>6. Whose turn it was</h2>${TURNS}
<h2>7. Ledger</h2>
<p>{{ledger.said}} Head: entry {{ledger.seq}}, <span class="mono">{{ledger.hash}}</span></p>
<p class="soft">To check it without trusting this system: <span class="mono">drawbridge ledger export {{caseId}} --out case.jsonl</span>, then <span class="mono">drawbridge ledger verify --file case.jsonl</span>; the entry with the number above must have the hash above.</p>
</main>
<footer>Drawbridge, case {{caseId}}, ledger entry {{ledger.seq}}, {{asOf}} UTC. Derived from the ledger alone; names come from the register of people, where they can be erased without breaking the chain.</footer>
</body></html>`;
