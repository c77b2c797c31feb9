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
  `<div class="advice"><strong>Recommended: {{recommended}}.</strong> {{standing}}${list('reasons')}{{#if overrideReason}}<p><strong>Why another one is chosen:</strong> {{overrideReason}}</p>{{/if}}</div>
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
<p class="soft">Months are rounded to whole dollars; years are exact.</p>
{{#if figures.length}}<h2>Figures of the policy</h2>
<table><thead><tr><th scope="col">Figure, an engineer and month</th><th scope="col" class="num">US dollars</th><th scope="col">Source</th></tr></thead>
<tbody>{{#each figures}}<tr><th scope="row">{{label}}</th><td class="num">{{value}}</td><td>{{source}}</td></tr>{{/each}}</tbody></table>{{/if}}
{{#if invoices.length}}<h2>Billed against agreed</h2>
<table><thead><tr><th scope="col">Month</th><th scope="col" class="num">Engineers</th><th scope="col" class="num">Agreed</th><th scope="col" class="num">Billed</th><th scope="col" class="num">Difference</th></tr></thead>
<tbody>{{#each invoices}}<tr><th scope="row">{{month}}</th><td class="num">{{engineers}}</td><td class="num">{{agreed}}</td><td class="num">{{billed}}</td><td class="num">{{#if above}}<strong>{{difference}}</strong>{{else}}{{difference}}{{/if}}</td></tr>{{/each}}</tbody></table>{{/if}}`,
);
