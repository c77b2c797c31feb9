const page = (kicker: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${kicker}: {{title}}</title><style>{{{style}}}</style></head><body>
<header><div class="kicker">${kicker}</div><h1>{{title}}</h1>
<p class="soft">{{subtitle}}</p></header>
<main>${body}</main>
<footer>{{footer}}</footer>
</body></html>`;

const list = (name: string): string => `<ul>{{#each ${name}}}<li>{{this}}</li>{{/each}}</ul>`;

/** The engagement models side by side. */
export const MODELS_TEMPLATE = page(
  'Engagement models',
  `<div class="advice"><strong>Recommended: {{recommended}}.</strong> {{status}}${list('reasons')}{{#if overrideReason}}<p><strong>Why another model was chosen:</strong> {{overrideReason}}</p>{{/if}}</div>
<table class="side"><thead><tr><th scope="col"></th>{{#each models}}<th scope="col"{{#if recommended}} class="marked"{{/if}}>{{label}}{{#if recommended}} <span class="tag good">recommended</span>{{/if}}{{#if chosen}} <span class="tag">chosen</span>{{/if}}</th>{{/each}}</tr></thead>
<tbody>{{#each rows}}<tr><th scope="row">{{label}}</th>{{#each cells}}<td{{#if recommended}} class="marked"{{/if}}>{{text}}</td>{{/each}}</tr>{{/each}}</tbody></table>`,
);

/** The cost beside in-house. */
export const COST_TEMPLATE = page(
  'Cost beside in-house',
  `{{#if lacking.length}}<div class="advice"><strong>Not complete yet</strong>${list('lacking')}</div>{{/if}}
{{#if saving.length}}<h2>Saving against in-house</h2>
<table><thead><tr><th scope="col"></th><th scope="col" class="num">A month</th><th scope="col" class="num">A year</th></tr></thead>
<tbody>{{#each saving}}<tr><th scope="row">{{label}}</th><td class="num">{{monthly}}</td><td class="num">{{yearly}}</td></tr>{{/each}}</tbody></table>
<p>{{percent}}</p>{{/if}}
<h2>One engineer, side by side</h2>
<table><thead><tr><th scope="col"></th><th scope="col" class="num">A month</th><th scope="col" class="num">A year</th><th scope="col">From</th></tr></thead>
<tbody>{{#each lines}}<tr{{#if sum}} class="sum"{{/if}}><th scope="row">{{label}}</th><td class="num">{{monthly}}</td><td class="num">{{yearly}}</td><td>{{from}}</td></tr>{{/each}}</tbody></table>
<p class="soft">Months are rounded to whole dollars; years are exact. {{entered}}</p>
{{#if figures.length}}<h2>Policy figures</h2>
<table><thead><tr><th scope="col">Figure, an engineer and month</th><th scope="col" class="num">US dollars</th><th scope="col">Source</th></tr></thead>
<tbody>{{#each figures}}<tr><th scope="row">{{label}}</th><td class="num">{{value}}</td><td>{{source}}</td></tr>{{/each}}</tbody></table>{{/if}}
{{#if invoices.length}}<h2>Billed against agreed</h2>
<table><thead><tr><th scope="col">Month</th><th scope="col" class="num">Engineers</th><th scope="col" class="num">Agreed</th><th scope="col" class="num">Billed</th><th scope="col" class="num">Difference</th></tr></thead>
<tbody>{{#each invoices}}<tr><th scope="row">{{month}}</th><td class="num">{{engineers}}</td><td class="num">{{agreed}}</td><td class="num">{{billed}}</td><td class="num">{{#if above}}<strong>{{difference}}</strong>{{else}}{{difference}}{{/if}}</td></tr>{{/each}}</tbody></table>{{/if}}`,
);

/** Build, outsource or hybrid, on one sheet of A4. */
export const BOARD_TEMPLATE = page(
  'Build, outsource or hybrid',
  `<div class="advice"><strong>{{advice}}</strong>${list('why')}{{#if warnings.length}}<strong>Caution</strong>${list('warnings')}{{/if}}</div>
<h2>Intended outcome</h2><p class="shortened">{{outcome}}</p>
{{#if criteria.length}}<ul class="criteria">{{#each criteria}}<li><span class="shortened">{{criterion}}: <span class="soft">{{measure}}</span></span></li>{{/each}}</ul>{{/if}}{{#if moreCriteria}}<p class="soft">{{moreCriteria}}</p>{{/if}}
<p><strong>Why outsource:</strong> {{reasons}}</p>
<h2>The three options</h2>
<table class="side"><thead><tr><th scope="col"></th>{{#each ways}}<th scope="col"{{#if recommended}} class="marked"{{/if}}>{{label}}{{#if recommended}} <span class="tag good">recommended</span>{{/if}}{{#if wanted}} <span class="tag">requested</span>{{/if}}</th>{{/each}}</tr></thead>
<tbody>
<tr><th scope="row">First change ships after</th>{{#each ways}}<td{{#if recommended}} class="marked"{{/if}}>{{weeks}}</td>{{/each}}</tr>
<tr><th scope="row">Cost of the first year</th>{{#each ways}}<td{{#if recommended}} class="marked"{{/if}}><strong>{{cost}}</strong><br><span class="soft">{{basis}}</span></td>{{/each}}</tr>
<tr><th scope="row">For</th>{{#each ways}}<td{{#if recommended}} class="marked"{{/if}}>{{#if for.length}}<ul>{{#each for}}<li>{{this}}</li>{{/each}}</ul>{{else}}<span class="soft">Nothing on record.</span>{{/if}}</td>{{/each}}</tr>
<tr><th scope="row">Against</th>{{#each ways}}<td{{#if recommended}} class="marked"{{/if}}>{{#if against.length}}<ul>{{#each against}}<li>{{this}}</li>{{/each}}</ul>{{else}}<span class="soft">Nothing on record.</span>{{/if}}</td>{{/each}}</tr>
</tbody></table>
<h2>The vendor in the evaluation</h2>
<p><strong>Weighted score:</strong> {{score}}. <strong>Red flags:</strong> {{flagCounts}}. <strong>Not met:</strong> {{notMet}}.</p>
{{#if flags.length}}<ul class="flags">{{#each flags}}<li>{{this}}</li>{{/each}}</ul>{{/if}}
<h2>Data exposure</h2><p>{{exposure}}</p>
{{#if tiers.length}}<table><thead><tr><th scope="col">Tier</th><th scope="col">For breaches of</th><th scope="col" class="num">Highest fine</th></tr></thead>
<tbody>{{#each tiers}}<tr><th scope="row">{{article}}</th><td>{{covers}}</td><td class="num">{{maximum}}</td></tr>{{/each}}</tbody></table>{{/if}}`,
);

/** Candidates side by side. */
export const COMPARE_TEMPLATE = page(
  'Candidates side by side',
  `{{#if notes.length}}<div class="advice"><strong>{{#if sameNeed}}Note{{else}}Not for the same need{{/if}}</strong>${list('notes')}</div>{{/if}}
<table class="side"><thead><tr><th scope="col"></th>{{#each candidates}}<th scope="col">{{vendor}}<br><span class="soft mono">{{caseId}}</span><br><span class="soft">{{status}}</span></th>{{/each}}</tr></thead>
<tbody>{{#each rows}}<tr><th scope="row">{{label}}</th>{{#each cells}}<td{{#if best}} class="marked"{{/if}}><strong>{{text}}</strong>{{#if best}} <span class="tag good">best</span>{{/if}}{{#each lines}}<br><span class="soft">{{this}}</span>{{/each}}</td>{{/each}}</tr>{{/each}}</tbody></table>`,
);
