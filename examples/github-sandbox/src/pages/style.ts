const COLOURS = `
:root { color-scheme: light dark;
  --page: #f6f7f9; --surface: #fff; --raised: #f3f5f8; --line: #d5dae1; --text: #1c2430; --quiet: #57616e;
  --accent: #0b5cad; --accent-soft: #e3effb; --ok: #146c37; --bad: #b3261e; --merged: #6b3fb5; --on-strong: #fff;
  --added: #e3f6e8; --added-edge: #146c37; --removed: #fdeaea; --removed-edge: #b3261e; --hunk: #eaf2fb;
  --keyword: #a31d5c; --string: #0a5a3c; --comment: #5d6875; --number: #0b5cad; --title: #6b3fb5; --tag: #84461b; }
@media (prefers-color-scheme: dark) { :root {
  --page: #0f141a; --surface: #161c24; --raised: #1d2530; --line: #303a47; --text: #e3e9f0; --quiet: #9aa7b6;
  --accent: #79b6f7; --accent-soft: #17304b; --ok: #6bd08f; --bad: #ff9189; --merged: #c3a1ff; --on-strong: #0f141a;
  --added: #12301f; --added-edge: #6bd08f; --removed: #3a1c1e; --removed-edge: #ff9189; --hunk: #18293c;
  --keyword: #ff9ac3; --string: #8fdcb5; --comment: #8d9aa9; --number: #8cc4ff; --title: #cdb2ff; --tag: #f0b58c; } }
`;

const BASE = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1 { font-size: 1.5rem; margin: 1.5rem 0 .75rem; } h2 { font-size: 1.15rem; margin: 1.5rem 0 .6rem; } h3 { font-size: 1rem; margin: 1.4rem 0 .5rem; }
code, pre, .sha, .code-lines, .diff, .clone, .path { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, monospace; font-size: 13px; }
.wide { max-width: 1180px; margin: 0 auto; padding: 0 20px; }
.quiet { color: var(--quiet); } .hidden, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { vertical-align: -2.5px; margin-right: 5px; flex: none; }
header.site { background: var(--surface); border-bottom: 1px solid var(--line); }
header.site .wide { padding-top: 10px; padding-bottom: 10px; display: flex; align-items: center; gap: 12px; min-height: 56px; flex-wrap: wrap; }
.brand { font-weight: 650; color: var(--text); } .search { margin-left: auto; }
input, select, button { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line); border-radius: 7px; padding: 5px 11px; min-height: 34px; }
.search input { width: min(280px, 60vw); background: var(--raised); }
button { background: var(--ok); color: var(--on-strong); border-color: transparent; font-weight: 600; cursor: pointer; padding: 5px 16px; } button:hover { filter: brightness(1.08); }
.pill, .counter, .topic { display: inline-block; border-radius: 999px; padding: 0 9px; font-size: 12px; line-height: 20px; }
.pill { border: 1px solid var(--line); color: var(--quiet); font-weight: 400; } .counter { background: var(--raised); border: 1px solid var(--line); color: var(--quiet); margin-left: 5px; padding: 0 7px; }
.topic { background: var(--accent-soft); color: var(--accent); }
footer { padding-top: 40px !important; padding-bottom: 30px !important; font-size: 13px; }
`;

const PARTS = `
.repository-header { background: var(--surface); border-bottom: 1px solid var(--line); }
.repository-name { font-size: 1.2rem; font-weight: 400; margin: 0; padding: 16px 0 10px; display: flex; align-items: center; gap: 6px; flex-wrap: wrap; overflow-wrap: anywhere; }
.tabs { display: flex; gap: 6px; flex-wrap: wrap; } .tab { padding: 7px 12px 9px; color: var(--text); border-bottom: 2px solid transparent; } .tab[aria-current] { border-color: var(--accent); font-weight: 600; } .tab:hover { background: var(--raised); text-decoration: none; border-radius: 7px 7px 0 0; }
.box { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; margin: 0 0 18px; padding: 0; overflow: hidden; } .padded { padding: 14px 18px; } .padded > :first-child { margin-top: 0; }
.box-title { font-size: .95rem; margin: 0; padding: 10px 18px; border-bottom: 1px solid var(--line); background: var(--raised); font-weight: 600; } .file-title { display: flex; justify-content: space-between; gap: 10px; flex-wrap: wrap; font-weight: 400; } .actions a { margin-left: 14px; }
.empty { padding: 22px 18px; text-align: center; color: var(--quiet); margin-top: 0; } .box > .empty { margin: 0; } div.empty { margin-top: 40px !important; }
.rows { list-style: none; margin: 0 0 18px; padding: 0; } .box > .rows { margin: 0; } .rows li { display: flex; justify-content: space-between; align-items: center; gap: 14px; padding: 9px 18px; border-top: 1px solid var(--line); } .rows li:first-child { border-top: 0; } .rows li > * { min-width: 0; overflow-wrap: anywhere; } .rows li > .quiet, .rows li > .sha { flex: none; } .rows p { margin: 2px 0 4px; } .name { font-weight: 600; } .files li { padding: 6px 18px; } .files li:hover { background: var(--raised); } .folder { color: var(--accent); } .files a { color: var(--text); }
.owner { display: flex; align-items: center; gap: 9px; } .owner img { border-radius: 7px; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 280px; gap: 26px; margin-top: 20px; } .about h2 { font-size: 1rem; margin: 8px 0 4px; } .clone { display: block; background: var(--surface); border: 1px solid var(--line); border-radius: 7px; padding: 8px 11px; overflow-wrap: anywhere; user-select: all; }
main > .toolbar, main > h2, main > .box:first-child, main > nav.tabs { margin-top: 20px; } main > nav.tabs { margin-bottom: 12px; } .toolbar { display: flex; align-items: center; gap: 14px; margin-bottom: 12px; flex-wrap: wrap; } .crumbs { overflow-wrap: anywhere; }
.menu { position: relative; } .menu > summary { list-style: none; cursor: pointer; border: 1px solid var(--line); background: var(--surface); border-radius: 7px; padding: 4px 11px; } .menu > summary::-webkit-details-marker { display: none; } .menu > ul { position: absolute; z-index: 2; min-width: 240px; max-height: 320px; overflow: auto; margin-top: 4px; box-shadow: 0 8px 24px rgb(0 0 0 / .2); }
.last-commit { display: flex; justify-content: space-between; gap: 12px; padding: 10px 18px; background: var(--raised); border-bottom: 1px solid var(--line); flex-wrap: wrap; } .last-commit a { color: var(--text); }
.scroll { overflow-x: auto; } .code-lines, .diff { border-collapse: collapse; width: 100%; line-height: 20px; } .code-lines td, .diff td { padding: 0 10px; vertical-align: top; } .number { width: 1%; min-width: 46px; text-align: right; color: var(--quiet); user-select: none; white-space: nowrap; } .number a { color: inherit; } .line { white-space: pre; tab-size: 4; } .code-lines tr:first-child td { padding-top: 8px; } .code-lines tr:last-child td { padding-bottom: 10px; } .code-lines tr:target { background: var(--accent-soft); }
.diff .line { white-space: pre-wrap; overflow-wrap: anywhere; } .diff .sign { width: 1%; padding: 0 2px 0 10px; user-select: none; } .diff .added { background: var(--added); } .diff .removed { background: var(--removed); } .diff .added .sign, .plus { color: var(--added-edge); } .diff .removed .sign, .minus { color: var(--removed-edge); } .diff .hunk { background: var(--hunk); color: var(--quiet); } .diff .hunk .line { padding-top: 3px; padding-bottom: 3px; } .diff .note { color: var(--quiet); font-style: italic; }
.file > summary, .box > summary { cursor: pointer; padding: 9px 18px; background: var(--raised); display: flex; gap: 10px; align-items: center; flex-wrap: wrap; } .file[open] > summary { border-bottom: 1px solid var(--line); } .file .path { font-weight: 600; overflow-wrap: anywhere; } .file .counts { margin-left: auto; } .counts, .plus, .minus { font-variant-numeric: tabular-nums; font-weight: 600; font-size: 13px; }
.state { border: 1px solid currentColor; border-radius: 999px; font-size: 12px; padding: 0 8px; color: var(--quiet); } .state.added, .state.success { color: var(--ok); } .state.removed, .state.failure, .state.error { color: var(--bad); }
.badge { display: inline-flex; align-items: center; white-space: nowrap; border-radius: 999px; padding: 3px 12px 3px 9px; font-weight: 600; font-size: 13px; color: var(--on-strong); background: var(--quiet); text-transform: capitalize; } .badge.open { background: var(--ok); } .badge.closed { background: var(--bad); } .badge.merged { background: var(--merged); }
.pull-title { font-size: 1.5rem; font-weight: 500; margin-bottom: 6px; overflow-wrap: anywhere; } .pull-summary { margin: 0 0 16px; line-height: 2; } .commit-title { margin: 0; overflow-wrap: anywhere; } .merge { border-left-width: 5px; } .merge.open { border-left-color: var(--ok); } .merge.merged { border-left-color: var(--merged); } .merge.closed { border-left-color: var(--bad); } .merge p { margin: 0 0 8px; }
pre.message, pre.code { margin: 10px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; } pre.code { padding: 6px 18px 16px; }
@media (max-width: 820px) { .columns { grid-template-columns: minmax(0, 1fr); } .about { order: -1; } .search { margin: 0 0 12px; width: 100%; } .search input { width: 100%; } }
`;

const TEXT = `
.markdown { padding: 6px 24px 14px; overflow-wrap: anywhere; } .markdown h1, .markdown h2 { border-bottom: 1px solid var(--line); padding-bottom: .3em; } .markdown pre { background: var(--raised); border-radius: 8px; padding: 12px 15px; overflow-x: auto; } .markdown :not(pre) > code, p > code, h2 > code { background: var(--raised); border: 1px solid var(--line); border-radius: 5px; padding: 1px 5px; } .markdown table { border-collapse: collapse; display: block; overflow-x: auto; } .markdown th, .markdown td { border: 1px solid var(--line); padding: 5px 12px; text-align: left; } .markdown blockquote { margin: 0; padding-left: 14px; border-left: 4px solid var(--line); color: var(--quiet); } .markdown img { max-width: 100%; }
.hljs-keyword, .hljs-built_in, .hljs-literal, .hljs-type, .hljs-selector-tag { color: var(--keyword); } .hljs-string, .hljs-regexp, .hljs-symbol { color: var(--string); } .hljs-comment, .hljs-quote { color: var(--comment); font-style: italic; } .hljs-number, .hljs-variable, .hljs-template-variable { color: var(--number); } .hljs-title, .hljs-section, .hljs-selector-class { color: var(--title); } .hljs-attr, .hljs-attribute, .hljs-name, .hljs-tag, .hljs-meta, .hljs-bullet, .hljs-property { color: var(--tag); }
`;

/** The style sheet of all pages, light and dark. */
export const style = COLOURS + BASE + PARTS + TEXT;
