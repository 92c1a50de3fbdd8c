import { COLOURS } from './colours.ts';

/** The reader in one file: one calm column, in the fonts that the device has. */
export const EPISODE_STYLE = `${COLOURS}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif;scroll-padding-top:5rem;overflow-wrap:break-word;text-size-adjust:100%}
body{margin:0 auto;max-width:44rem;padding:0 1.25rem 6rem}
h1,h2,.said,.lead,blockquote{font-family:"Source Serif 4",Charter,Georgia,"Times New Roman",serif}
h1{font-size:clamp(1.9rem,6vw,2.6rem);line-height:1.12;margin:.5rem 0 0;text-wrap:balance}
h2{font-size:1.5rem;line-height:1.25;margin:0;flex:1}
h3{font-size:1rem;margin:2rem 0 .75rem;color:var(--muted)}
a{color:inherit;text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.quiet{color:var(--muted);font-size:.875rem;margin:0}
.lead{font-size:1.2rem;line-height:1.4;color:var(--muted);margin:1rem 0 0}
header{padding:2.5rem 0 1.5rem}
.ribbon{display:block;width:100%;height:.6rem;margin:1.5rem 0 0;border-radius:3px;background:var(--line)}
.ribbon rect{fill:var(--voice,var(--line))}
details{margin:.75rem 0}
summary{cursor:pointer;min-height:1.75rem;font-weight:600}
ol,ul{padding-left:1.25rem;margin:.5rem 0}
li{margin:.4rem 0}
.contents{list-style:none;padding:0}
.contents a,.who a{text-decoration:none}
.contents a:hover,.who a:hover{text-decoration:underline}
.contents li{display:flex;gap:1rem;justify-content:space-between}
.time{color:var(--muted);font-size:.8125rem;font-variant-numeric:tabular-nums;white-space:nowrap;text-decoration:none}
.quotes{list-style:none;padding:0}
.quotes li{border-left:3px var(--rule,solid) var(--voice,var(--line));padding-left:1rem;margin:1.25rem 0}
blockquote{margin:0;font-size:1.1rem}
.bar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;background:var(--ground);border-bottom:1px solid var(--line);padding:.6rem 0}
input,button{font:inherit;font-size:.9rem;min-height:2.5rem;border:1px solid var(--line);border-radius:.5rem;background:var(--ground);color:var(--ink);padding:.25rem .75rem}
input{flex:1 1 9rem;min-width:0;background:var(--tint)}
input::placeholder{color:var(--muted);opacity:1}
button{cursor:pointer}
button:hover{background:var(--tint)}
button[aria-pressed=true]{background:var(--ink);color:var(--ground)}
.voices{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem}
.bar button{min-width:2.5rem}
.voices button{border-left:4px var(--rule,solid) var(--voice,var(--line))}
#found{min-width:4.5rem;font-size:.875rem;color:var(--muted);font-variant-numeric:tabular-nums}
section{margin-top:3rem}
.head{display:flex;align-items:baseline;gap:1rem;margin-bottom:1.25rem}
.turn{padding-left:1.1rem;border-left:3px var(--rule,solid) var(--voice,var(--line));margin:0 0 1.75rem}
.turn:target{background:linear-gradient(to right,var(--tint),transparent)}
.who{display:flex;gap:.6rem;align-items:baseline;margin:0;font-size:.875rem}
.name{color:var(--voice,var(--ink));font-weight:600}
.said{font-size:1.1875rem;line-height:1.62;margin:0}
.said+.said{margin-top:.75rem}
mark{background:var(--mark);color:var(--markInk);border-radius:2px}
mark.now{background:var(--markNow);outline:1px solid var(--markInk)}
html:not(.js) .js{display:none}
[hidden]{display:none!important}
footer{margin-top:4rem;border-top:1px solid var(--line);padding-top:1rem}
@media(forced-colors:active){mark{outline:1px solid}}
@media print{
html{font-size:11pt}
body{max-width:none;padding:0}
body .js,nav,details:not([open]){display:none}
.turn{margin-bottom:1rem}
.said{font-size:11pt;line-height:1.5}
.who,.head,h3{break-after:avoid-page}
.said{orphans:3;widows:3}
}`;
