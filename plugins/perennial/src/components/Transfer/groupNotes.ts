import type { ImportNote } from '@perennial/plugin-perennial-interchange';

/** What was lost in the same way at some places. */
export interface NoteGroup {
  message: string;
  places: Pick<ImportNote, 'place' | 'line'>[];
}

/** Says each message once, in the order in which they come up first. */
export function groupNotes(notes: readonly ImportNote[]): NoteGroup[] {
  const groups = new Map<string, NoteGroup>();
  for (const { message, place, line } of notes) {
    const group = groups.get(message) ?? { message, places: [] };
    group.places.push({ place, line });
    groups.set(message, group);
  }
  return [...groups.values()];
}
