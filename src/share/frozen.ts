/**
 * A briefing as one file without engine: its slides as figures, tables and sentences, with navigation and a full
 * screen. What it says was true on the day it is stamped with; it asks nothing of any server.
 */
import { language } from '../model/writing/language.ts';
import { palette } from '../style/palette.ts';
import { escapeMarkup } from './escape.ts';

const STYLE = `
:root { --accent: ${palette.accent}; --ink: ${palette.ink}; --muted: ${palette.muted}; --line: ${palette.line}; --error: ${palette.error}; --warning: ${palette.warning}; --weak: ${palette.weak}; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); font: 18px/1.45 "Be Vietnam Pro", "Segoe UI", system-ui, sans-serif; }
header { padding: 1rem 2rem; border-bottom: 1px solid var(--line); }
header p { margin: 0; color: var(--muted); font-size: 0.85rem; }
header p:nth-child(2) { color: var(--ink); font-weight: 600; font-size: 1.15rem; }
nav { padding: 0.75rem 2rem; display: flex; gap: 0.5rem; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
button { font: inherit; font-size: 0.85rem; background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 0.3rem 0.7rem; cursor: pointer; max-width: 15rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
button[aria-current=true] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
main { padding: 1.5rem 2rem 3rem; max-width: 76rem; margin: 0 auto; }
.slide { display: none; }
.slide.on { display: block; }
.slide h2 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 0.5rem; }
.muted { color: var(--muted); }
.small { font-size: 0.8rem; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.number { text-align: right; white-space: nowrap; }
.slide-bars th { width: 34%; font-weight: 400; }
.slide-bar { width: 44%; }
.slide-bar .track { position: relative; }
.slide-bar .bar { display: block; height: 1rem; background: var(--accent); }
.slide-bar .bar.alarm { background: var(--error); }
.slide-bar .bar.pale { background: var(--weak); }
.slide-parts { display: flex; gap: 0.25em; margin: 0 0 0.5em; padding: 0; list-style: none; }
.slide-parts li { flex-basis: 0; min-width: max-content; border-top: 0.6em solid; }
.slide-cards { display: flex; flex-wrap: wrap; gap: 1rem 2rem; padding: 0; list-style: none; }
.slide-cards li { flex: 1 1 14rem; }
.slide-cards h3 { margin: 0; border-bottom: 3px solid var(--accent); }
.slide-cards dl { margin: 0; }
.slide-cards dl > div { display: grid; grid-template-columns: auto 1fr; align-items: baseline; gap: 0 0.6rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.slide-cards dt { grid-column: 2; grid-row: 1; font-weight: 600; }
.slide-cards dd { grid-column: 1 / -1; margin: 0; }
.slide-cards dt + dd { grid-column: 1; grid-row: 1; font-size: 1.8rem; font-weight: 700; }
.slide-cards dd.error { color: var(--error); }
.slide-cards dd.warning { color: var(--warning); }
.slide-bar .goal-name { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.slide-bars tfoot td { height: 1.8em; border: 0; }
.slide-bar .goal { position: absolute; top: -0.2rem; bottom: -0.2rem; width: 3px; margin-left: -1.5px; background: #000; }
svg { max-width: 100%; height: auto; }
@media print { nav { display: none; } .slide { display: block; break-after: page; } svg, .bar, .goal { print-color-adjust: exact; } }
`;

/** Moves between slides; written out because the file stands alone. */
const SCRIPT = `
const slides=[...document.querySelectorAll('.slide')],nav=document.querySelector('nav');let at=0;
const show=n=>{at=Math.max(0,Math.min(slides.length-1,n));slides.forEach((s,i)=>s.classList.toggle('on',i===at));
[...nav.children].forEach((b,i)=>b.setAttribute('aria-current',String(i===at)));history.replaceState(null,'','#'+(at+1))};
slides.forEach((s,i)=>{const b=document.createElement('button');b.type='button';b.textContent=(i+1)+'. '+(s.getAttribute('aria-label')||'');
b.title=s.getAttribute('aria-label')||'';b.onclick=()=>show(i);nav.append(b)});
addEventListener('keydown',e=>{if(['ArrowRight','PageDown',' '].includes(e.key)){e.preventDefault();show(at+1)}
if(['ArrowLeft','PageUp'].includes(e.key)){e.preventDefault();show(at-1)}
if(e.key==='f'||e.key==='F')document.documentElement.requestFullscreen&&document.documentElement.requestFullscreen()});
show((Number(location.hash.slice(1))||1)-1);
`;

const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * Writes the file.
 *
 * @param heads lines above the slides: organisation, title, stamp
 * @param slides HTML made by the page itself, so texts in it are escaped already
 */
export function frozenBriefing(title: string, heads: readonly string[], slides: string): string {
  const head = heads.map((line) => `<p>${escapeMarkup(line)}</p>`).join('');
  const meta = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return `<!doctype html>\n<html lang="${language()}"><head>${meta}<title>${escapeMarkup(title)}</title><style>${STYLE}</style></head><body><header>${head}</header><nav></nav><main>${slides}</main><script>${SCRIPT}</script></body></html>\n`;
}
