import { Html } from './html';

function icon(path: string): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" d="${path}"/></svg>`,
  );
}

/** Line drawings, all on one grid of 16 by 16. */
export const icons = {
  folder: icon('M1.8 4.2v8.6h12.4V5.6H7.6L6 3.4H1.8z'),
  file: icon('M3.5 1.8h5.8l3.2 3.2v9.2h-9zM9.2 1.8V5h3.3'),
  link: icon(
    'M6.5 9.5l3-3M7 4.6l1.6-1.6a2.9 2.9 0 0 1 4.1 4.1L11.2 8.7M9 11.4l-1.6 1.6a2.9 2.9 0 0 1-4.1-4.1L4.8 7.3',
  ),
  branch: icon(
    'M4.5 5.5v5M4.5 10.5a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM4.5 2.3a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM11.5 2.3a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM11.5 5.5c0 3-3 3.4-7 3.6',
  ),
  commit: icon(
    'M8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM1 8h4.4M10.6 8H15',
  ),
  pull: icon(
    'M4 5.5v5M4 10.5a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM4 2.3a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM12 10.5a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM12 10.5V6.5a2 2 0 0 0-2-2H7.8M9.6 2.6L7.6 4.5l2 1.9',
  ),
  book: icon(
    'M3 2.2h9.5v11.6H4.4A1.6 1.6 0 0 1 3 12.3zM3 12.2a1.6 1.6 0 0 1 1.5-1.5h8',
  ),
  search: icon(
    'M7 2.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8zM10.3 10.3l3.4 3.4',
  ),
};
