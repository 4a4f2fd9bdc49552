import { parsePatch } from 'diff';
import type { FileChange } from '../git/diff';
import { html, type Html } from './html';

const MAXIMUM_FILES = 300;
const MAXIMUM_LINES_PER_FILE = 3000;

interface DiffLine {
  kind: 'added' | 'removed' | 'same' | 'note';
  before?: number;
  after?: number;
  text: string;
}

/** The lines of a hunk with their numbers on both sides. */
function numberLines(
  lines: string[],
  start: { before: number; after: number },
): DiffLine[] {
  let { before, after } = start;
  return lines.map(line => {
    const text = line.slice(1);
    switch (line[0]) {
      case '+':
        after += 1;
        return { kind: 'added', after: after - 1, text };
      case '-':
        before += 1;
        return { kind: 'removed', before: before - 1, text };
      case '\\':
        return { kind: 'note', text: text.trim() };
      default:
        before += 1;
        after += 1;
        return { kind: 'same', before: before - 1, after: after - 1, text };
    }
  });
}

const SIGNS = { added: '+', removed: '−', same: ' ', note: '' };

function diffLine(line: DiffLine): Html {
  return html`<tr class="${line.kind}">
    <td class="number">${line.before}</td>
    <td class="number">${line.after}</td>
    <td class="sign">${SIGNS[line.kind]}</td>
    <td class="line">${line.text}</td>
  </tr>`;
}

function hunkTitle(hunk: {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
}): string {
  return `@@ −${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`;
}

function hunks(patch: string): Html[] {
  let left = MAXIMUM_LINES_PER_FILE;
  const rows: Html[] = [];
  for (const hunk of parsePatch(`--- a\n+++ b\n${patch}\n`)[0]?.hunks ?? []) {
    rows.push(
      html`<tr class="hunk">
        <td class="number"></td>
        <td class="number"></td>
        <td class="sign"></td>
        <td class="line">${hunkTitle(hunk)}</td>
      </tr>`,
    );
    const lines = numberLines(hunk.lines, {
      before: hunk.oldStart,
      after: hunk.newStart,
    });
    rows.push(...lines.slice(0, left).map(diffLine));
    left -= lines.length;
    if (left <= 0) {
      rows.push(
        html`<tr class="note">
          <td colspan="4">More lines are left out here.</td>
        </tr>`,
      );
      break;
    }
  }
  return rows;
}

function fileView(change: FileChange, position: number): Html {
  const name = change.previousPath
    ? `${change.previousPath} → ${change.path}`
    : change.path;
  const empty = change.binary
    ? 'A binary file: its content is not shown.'
    : 'No lines have changed.';
  return html` <details class="box file" id="file-${position}" open>
    <summary>
      <span class="path">${name}</span>
      <span class="state ${change.status}">${change.status}</span>
      <span class="counts"
        ><span class="plus">+${change.additions}</span>
        <span class="minus">−${change.deletions}</span></span
      >
    </summary>
    ${change.patch
      ? html`<div class="scroll">
          <table class="diff">
            <tbody>
              ${hunks(change.patch)}
            </tbody>
          </table>
        </div>`
      : html`<p class="empty">${empty}</p>`}
  </details>`;
}

/** All files of a difference, with their changed lines. */
export function diffView(changes: FileChange[]): Html {
  const additions = changes.reduce((sum, each) => sum + each.additions, 0);
  const deletions = changes.reduce((sum, each) => sum + each.deletions, 0);
  return html` <p class="summary">
      <strong
        >${changes.length} ${changes.length === 1 ? 'file' : 'files'}</strong
      >
      changed, <span class="plus">+${additions}</span>
      <span class="minus">−${deletions}</span>
    </p>
    ${changes.length > 1 &&
    html`<details class="box">
      <summary>List of files</summary>
      <ul class="rows">
        ${changes.slice(0, MAXIMUM_FILES).map(
          (change, index) =>
            html`<li>
              <a href="#file-${index}">${change.path}</a>
              <span class="counts"
                ><span class="plus">+${change.additions}</span>
                <span class="minus">−${change.deletions}</span></span
              >
            </li>`,
        )}
      </ul>
    </details>`}
    ${changes.slice(0, MAXIMUM_FILES).map(fileView)}
    ${changes.length > MAXIMUM_FILES &&
    html`<p class="quiet">
      ${changes.length - MAXIMUM_FILES} more files are left out here.
    </p>`}`;
}
