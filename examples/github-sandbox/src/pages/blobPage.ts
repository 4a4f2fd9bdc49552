import type { Response } from 'express';
import { cleanPath, findEntry, readBlob } from '../git/objects';
import { highlightLines, languageOf } from './highlight';
import { html, type Html } from './html';
import { icons } from './icons';
import type { Page } from './layout';
import { renderMarkdown } from './markdown';
import { PageError } from './PageError';
import { findRevision } from './revision';
import { formatSize } from './formatSize';
import { breadcrumbs } from './treePage';
import type { RepositoryPageContext } from './types';

const MAXIMUM_SHOWN_BYTES = 1_000_000;
const BYTES_LOOKED_AT = 8000;

async function readFile(context: RepositoryPageContext) {
  const { record, store } = context;
  const git = store.git(record);
  const revision = await findRevision(context);
  const path = cleanPath(revision.path);
  const entry = path ? await findEntry(git, revision.commit, path) : undefined;
  if (entry?.type !== 'blob') {
    throw new PageError(404, `There is no file ${revision.path}.`);
  }
  return { revision, entry, content: await readBlob(git, entry.sha) };
}

/** Git's own rule: a zero byte near the start. */
function isBinary(content: Buffer): boolean {
  return content.subarray(0, BYTES_LOOKED_AT).includes(0);
}

function codeView(text: string, path: string): Html {
  const lines = highlightLines(text.replace(/\n$/, ''), languageOf(path));
  return html`<div class="scroll">
    <table class="code-lines">
      <tbody>
        ${lines.map(
          (line, index) =>
            html`<tr id="L${index + 1}">
              <td class="number"><a href="#L${index + 1}">${index + 1}</a></td>
              <td class="line">${line}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A file with line numbers; Markdown rendered unless `?plain=1`. */
export async function blobPage(context: RepositoryPageContext): Promise<Page> {
  const { urls, record, query } = context;
  const { revision, entry, content } = await readFile(context);
  const address = (kind: string, path = revision.path) =>
    urls.page(record.owner, record.name, kind, revision.ref, path);
  const folder = revision.path.split('/').slice(0, -1).join('/');
  const markdown = /\.(md|markdown)$/i.test(revision.path);
  const plain = query.get('plain') === '1';
  const size = formatSize(content.length);
  let view: Html;
  if (isBinary(content) || content.length > MAXIMUM_SHOWN_BYTES) {
    const reason = isBinary(content) ? 'A binary file' : 'A large file';
    view = html`<p class="empty">
      ${reason} of ${size}. <a href="${address('raw')}" download>Download</a>
    </p>`;
  } else if (markdown && !plain) {
    view = html`<div class="markdown">
      ${renderMarkdown(content.toString(), {
        page: address('blob', folder).replace(/\/$/, ''),
        raw: address('raw', folder).replace(/\/$/, ''),
      })}
    </div>`;
  } else {
    view = codeView(content.toString(), revision.path);
  }
  const lines = content.toString().split('\n').length - 1;
  return {
    title: revision.path,
    record,
    tab: 'code',
    body: html` <div class="toolbar">${breadcrumbs(context, revision)}</div>
      <section class="box" aria-label="${revision.path}">
        <div class="box-title file-title">
          <span
            >${icons.file}
            ${entry.mode === '100755' &&
            html`<span class="pill">executable</span> `}<span class="quiet"
              >${!isBinary(content) && `${lines} lines · `}${size}</span
            ></span
          >
          <span class="actions"
            >${markdown &&
            html`<a href="${address('blob')}${plain ? '' : '?plain=1'}"
              >${plain ? 'Rendered' : 'Source'}</a
            >`}
            <a
              href="${urls.page(
                record.owner,
                record.name,
                'commits',
                revision.ref,
              )}?path=${encodeURIComponent(revision.path)}"
              >History</a
            >
            <a href="${address('raw')}">Raw</a></span
          >
        </div>
        ${view}
      </section>`,
  };
}

/** The bytes of a file; nothing in it may run, whatever it is. */
export async function sendRaw(
  context: RepositoryPageContext,
  response: Response,
): Promise<void> {
  const { content, entry } = await readFile(context);
  response
    .set({
      'Content-Type': isBinary(content)
        ? 'application/octet-stream'
        : 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      ETag: `"${entry.sha}"`,
    })
    .send(content);
}
