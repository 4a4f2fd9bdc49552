import { DraftContent } from './DraftContent';
import { record, redo, startHistory, undo, type History } from './history';

function type(
  history: History,
  text: string,
  options: { group?: string; at?: number } = {},
) {
  return record(history, {
    content: DraftContent.fromText(text),
    label: text,
    at: 0,
    ...options,
  });
}

const textOf = (history: History) => history.present.content.text;
const start = startHistory(DraftContent.EMPTY);

describe('history', () => {
  it('goes back and forth', () => {
    const history = type(type(start, 'a'), 'b');
    expect(textOf(undo(history))).toBe('a');
    expect(textOf(undo(undo(history)))).toBe('');
    expect(textOf(redo(undo(history)))).toBe('b');
  });

  it('stays where it is at both ends', () => {
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
  });

  it('forgets what was undone once something else is done', () => {
    const history = type(undo(type(type(start, 'a'), 'b')), 'c');
    expect(redo(history)).toBe(history);
    expect(textOf(undo(history))).toBe('a');
  });

  it('takes back a word at once, and what follows a pause by itself', () => {
    const word = ['w', 'wo', 'wor', 'word'].reduce(
      (history, text, index) =>
        type(history, text, { group: 'name', at: index * 300 }),
      start,
    );
    expect(textOf(undo(word))).toBe('');
    const later = type(word, 'words', { group: 'name', at: 5_000 });
    expect(textOf(undo(later))).toBe('word');
  });

  it('does not mix places', () => {
    const history = type(type(start, 'a', { group: 'one' }), 'b', {
      group: 'two',
    });
    expect(textOf(undo(history))).toBe('a');
  });

  it('keeps a stated number of steps', () => {
    const history = Array.from({ length: 300 }, (_, index) => index).reduce(
      (result, index) => type(result, `${index}`),
      start,
    );
    expect(history.past).toHaveLength(200);
  });
});
