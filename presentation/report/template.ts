import { incidentsTemplate } from './incidents.js';
import { PLOT } from './plotTemplate.js';

const controls = `
{{#each groups}}
<h3 id="controls-{{status}}">{{heading}} ({{count}})</h3>
<table class="controls"><caption>{{note}}</caption>
<thead><tr><th scope="col">Control</th><th scope="col">What it establishes</th><th scope="col">Basis</th><th scope="col">Since</th><th scope="col">Until</th><th scope="col">Risk, function</th></tr></thead>
<tbody>{{#each lines}}<tr>
<th scope="row">{{id}}</th>
<td>{{title}}{{#if person}}<br><strong>{{person}}</strong>{{/if}}<br><span class="soft">{{binds}}</span>{{#if locked}} <span class="tag">locked</span>{{/if}}{{#each standards}}<span class="soft std">{{this}}</span>{{/each}}</td>
<td><ul class="plain">{{#each basis}}<li>{{this}}</li>{{/each}}</ul>{{#if evidence}}<span class="soft">{{evidence}}</span>{{/if}}</td>
<td class="when">{{since}}</td><td class="when">{{until}}</td><td>{{risk}}<br><span class="soft">{{nist}}</span></td>
</tr>{{/each}}</tbody></table>
{{/each}}`;

const sums = `
<h3>Sums</h3>
<table><caption>Controls by risk, and by function of the NIST AI Risk Management Framework 1.0</caption>
<thead><tr><th scope="col"></th><th scope="col" class="num">Met</th><th scope="col" class="num">Waived</th><th scope="col" class="num">Open</th><th scope="col" class="num">Refused</th><th scope="col" class="num">Not applicable</th></tr></thead>
<tbody>{{#each byRisk}}<tr><th scope="row">Risk: {{label}}</th><td class="num">{{met}}</td><td class="num">{{waived}}</td><td class="num">{{open}}</td><td class="num">{{refused}}</td><td class="num">{{notApplicable}}</td></tr>{{/each}}
{{#each byNist}}<tr><th scope="row">Function: {{label}}</th><td class="num">{{met}}</td><td class="num">{{waived}}</td><td class="num">{{open}}</td><td class="num">{{refused}}</td><td class="num">{{notApplicable}}</td></tr>{{/each}}</tbody></table>`;

const decisions = `
{{#if decisions.length}}<table><caption>In the order of the ledger; a refusal names its code. The hash is of what was decided on.</caption>
<thead><tr><th scope="col" class="num">Entry</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Why</th><th scope="col">Content</th></tr></thead>
<tbody>{{#each decisions}}<tr{{#if code}} class="refusal"{{/if}}><th scope="row" class="num">{{seq}}</th><td class="when">{{at}}</td><td>{{who}}<br><span class="soft">{{role}}</span></td>
<td>{{what}}{{#if on}}<br><strong>{{on}}</strong>{{/if}}{{#if code}}<br><span class="tag">{{code}}</span>{{/if}}</td><td>{{why}}{{#if difference.length}}<ul class="plain">{{#each difference}}<li><strong>{{where}}</strong>: {{before}} → {{after}}</li>{{/each}}</ul>{{/if}}</td><td class="mono hash">{{hash}}</td></tr>{{/each}}</tbody></table>
{{else}}<p class="soft">Nothing was decided yet.</p>{{/if}}`;

const access = `
{{#if access.length}}<table><caption>Each window of access: granted on the record, seen open at the provider, ended for a cause, read back as absent, and proven again.</caption>
<thead><tr><th scope="col">Person, resource</th><th scope="col">Granted, seen open</th><th scope="col">Ended, cause</th><th scope="col">Absent, proven after</th><th scope="col">Rested on</th></tr></thead>
<tbody>{{#each access}}<tr><th scope="row">{{person}}<br>{{resource}}<br><span class="soft">{{permission}}</span></th>
<td class="when">{{granted}}<br><span class="soft">{{opened}}</span></td>
<td><span class="when">{{ended}}</span>{{#if cause}}<br><strong>{{cause}}</strong>{{/if}}{{#if detail}}<br>{{detail}}{{/if}}</td>
<td>{{absent}}{{#if proven}}<br><span class="soft">{{proven}}</span>{{/if}}{{#if trouble}}<br>{{trouble}}{{/if}}</td>
<td class="mono"><ul class="plain">{{#each restsOn}}<li>{{this}}</li>{{/each}}</ul></td></tr>{{/each}}</tbody></table>
{{else}}<p class="soft">No access was granted.</p>{{/if}}
{{#if team.length}}<h3>People of the vendor</h3><table>
<thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Employer</th><th scope="col">Country</th><th scope="col">State</th></tr></thead>
<tbody>{{#each team}}<tr><th scope="row">{{name}}</th><td>{{jobRole}}</td><td>{{employer}}</td><td>{{country}}</td><td>{{status}}</td></tr>{{/each}}</tbody></table>{{/if}}`;

const papers = `
{{#if papers.length}}<table><caption>A paper is its text: the SHA-256 of the bytes that were signed.</caption>
<thead><tr><th scope="col">Paper</th><th scope="col">State</th><th scope="col">In force</th><th scope="col">Signatures</th><th scope="col">SHA-256 of the text</th></tr></thead>
<tbody>{{#each papers}}<tr><th scope="row">{{id}}</th><td>{{title}}<br><span class="soft">{{kind}}{{#if about}}, {{about}}{{/if}}</span><br><strong>{{state}}</strong></td>
<td class="when">{{from}}<br>{{until}}</td><td><ul class="plain">{{#each signatures}}<li>{{this}}</li>{{/each}}</ul></td><td class="mono">{{hash}}</td></tr>{{/each}}</tbody></table>
{{else}}<p class="soft">No paper is registered.</p>{{/if}}`;

/** Time by whose turn it was. */
export const TURNS = `
<p>Every millisecond since the case was opened belongs to exactly one line; together they are the {{clocks.elapsed}} elapsed.</p>
<div class="bar" aria-hidden="true">{{#each clocks.parties}}<span class="b{{@index}}" style="width:{{share}}%"></span>{{/each}}</div>
<table><thead><tr><th scope="col">Whose turn it was</th><th scope="col" class="num">Time</th><th scope="col" class="num">Share</th><th scope="col" class="num">Milliseconds</th></tr></thead>
<tbody>{{#each clocks.parties}}<tr><th scope="row"><span class="key b{{@index}}"></span>{{party}}</th><td class="num">{{spent}}</td><td class="num">{{share}} %</td><td class="num">{{ms}}</td></tr>{{/each}}
<tr><th scope="row">Elapsed</th><td class="num">{{clocks.elapsed}}</td><td class="num">100 %</td><td class="num">{{clocks.elapsedMs}}</td></tr></tbody></table>`;

const clocks = `${TURNS}
{{#if clocks.tasks.length}}<h3>Tasks</h3><table>
<thead><tr><th scope="col">Task</th><th scope="col">Whose</th><th scope="col">Opened</th><th scope="col">Due</th><th scope="col">Done</th><th scope="col">Late by</th><th scope="col" class="num">Reminders</th></tr></thead>
<tbody>{{#each clocks.tasks}}<tr><td>{{title}}</td><td>{{who}}<br><span class="soft">{{role}}</span></td><td class="when">{{opened}}</td><td class="when">{{due}}</td><td class="when">{{closed}}</td><td class="when">{{late}}</td><td class="num">{{reminders}}</td></tr>{{/each}}</tbody></table>{{/if}}
{{#if clocks.cadence.length}}<h3>Cadence</h3><table>
<thead><tr><th scope="col">Meeting</th><th scope="col" class="num">Due</th><th scope="col" class="num">Held</th><th scope="col" class="num">Missed</th><th scope="col">Whose miss</th><th scope="col" class="num">Attendees</th><th scope="col">Missed on</th></tr></thead>
<tbody>{{#each clocks.cadence}}<tr><th scope="row">{{meeting}} {{title}}</th><td class="num">{{due}}</td><td class="num">{{held}}</td><td class="num">{{missed}}</td><td>{{whose}}</td><td class="num">{{attendees}}</td><td>{{missedDays}}</td></tr>{{/each}}</tbody></table>{{/if}}`;

const kpis = `
{{#if kpis.length}}{{#each kpis}}<h3>{{kpi}} <span class="soft">({{control}}, {{goal}})</span></h3>
<p class="soft">{{formula}} Reviewed by {{reviewer}}.{{#if evalSet}} Evaluation set <span class="mono">{{evalSet}}</span>.{{/if}}</p>${PLOT}
{{#if readings.length}}<table><thead><tr><th scope="col">When</th><th scope="col" class="num">Value</th><th scope="col">Against the target</th><th scope="col">Source</th><th scope="col">By</th></tr></thead>
<tbody>{{#each readings}}<tr><td class="when">{{at}}</td><td class="num">{{value}}</td><td>{{#if missed}}<strong>missed</strong>{{else}}reached{{/if}}</td><td>{{source}}</td><td>{{by}}</td></tr>{{/each}}</tbody></table>
{{else}}<p class="soft">No reading yet.</p>{{/if}}{{/each}}
{{else}}<p class="soft">No KPI is agreed yet.</p>{{/if}}`;

/** The page of a report; everything that it says is in the page's model. */
export const TEMPLATE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{vendor}}: onboarding report</title><style>{{{style}}}</style></head><body>
<header><div class="kicker">Vendor onboarding report</div><h1>{{title}}</h1>
<p class="soft">Case <span class="mono">{{caseId}}</span>, as of {{asOf}} UTC. All times are UTC; the client’s days are those of {{clientZone}}.</p>
{{#if end}}<p><strong>{{end}}</strong></p>{{/if}}</header>
<main>
<ul class="tiles"><li class="met"><strong>{{all.met}}</strong>met</li><li class="waived"><strong>{{all.waived}}</strong>waived</li><li class="open"><strong>{{all.open}}</strong>open</li><li class="refused"><strong>{{all.refused}}</strong>refused</li><li><strong>{{all.notApplicable}}</strong>not applicable</li></ul>
<div class="seal{{#unless ledger.ok}} broken{{/unless}}"><strong>{{#if ledger.ok}}Ledger verified.{{else}}Ledger NOT verified.{{/if}}</strong> {{ledger.said}}</div>
{{#if attention.length}}<section class="attention"><h2>To look at first</h2><ul>{{#each attention}}<li>{{this}}</li>{{/each}}</ul></section>{{/if}}
<nav aria-label="Contents"><ol><li><a href="#case">The case</a></li><li><a href="#controls">Controls</a></li><li><a href="#decisions">Decisions and refusals</a></li><li><a href="#access">Access</a></li><li><a href="#papers">Papers</a></li><li><a href="#clocks">Clocks</a></li><li><a href="#kpis">KPIs</a></li><li><a href="#ledger">Ledger</a></li></ol></nav>
<h2 id="case">1. The case</h2>
<table class="facts"><tbody>{{#each facts}}<tr><th scope="row">{{label}}</th><td>{{value}}</td></tr>{{/each}}</tbody></table>
{{#if reasons.length}}<h3>What speaks for the model recommended</h3><ul>{{#each reasons}}<li>{{this}}</li>{{/each}}</ul>{{/if}}
<h3>Stages</h3><table><thead><tr><th scope="col">Stage</th><th scope="col">Gate open since</th></tr></thead><tbody>{{#each stages}}<tr><th scope="row">{{id}}</th><td class="when">{{done}}</td></tr>{{/each}}</tbody></table>
<h2 id="controls">2. Controls</h2>${controls}${sums}
<h2 id="decisions">3. Decisions and refusals</h2>${decisions}
<h2 id="access">4. Access</h2>${access}
<h2 id="papers">5. Papers</h2>${papers}
<h2 id="clocks">6. Clocks, and whose turn it was</h2>${clocks}${incidentsTemplate}
<h2 id="kpis">7. KPIs</h2>${kpis}
<h2 id="ledger">8. Ledger</h2>
<p>{{ledger.said}}</p>
<table class="facts"><tbody><tr><th scope="row">Entries</th><td>{{ledger.rows}}</td></tr><tr><th scope="row">Head</th><td>Entry {{ledger.seq}}, <span class="mono">{{ledger.hash}}</span></td></tr></tbody></table>
<p>To check it without trusting this system: take the export (<span class="mono">drawbridge ledger export {{caseId}}</span>) and run <span class="mono">drawbridge ledger verify --file</span> on it; the hash of its last entry must be the head above.</p>
</main>
<footer>Drawbridge, case {{caseId}}, ledger entry {{ledger.seq}}, {{asOf}} UTC. Derived from the ledger alone; names come from the register of people, where they can be erased without breaking the chain.</footer>
</body></html>`;
