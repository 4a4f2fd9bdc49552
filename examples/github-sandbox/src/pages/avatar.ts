import { createHash } from 'node:crypto';
import { escapeHtml } from './html';

/** A drawing with the first letter of a name, in a colour that the name decides. */
export function avatar(name: string): string {
  const hue = createHash('sha256').update(name).digest().readUInt16BE(0) % 360;
  const letter = escapeHtml((name[0] ?? '?').toUpperCase());
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="hsl(${hue} 52% 44%)"/><text x="20" y="28" font-family="system-ui, sans-serif" font-size="22" font-weight="600" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
}
