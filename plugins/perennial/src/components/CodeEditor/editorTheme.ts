import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { EditorView } from '@codemirror/view';

/**
 * Colours come from the variables of Backstage UI and of the view around it,
 * so that the editor follows the portal's theme, light or dark, at once.
 */
const view = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'transparent',
    fontSize: 'var(--bui-font-size-3)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--bui-font-monospace)',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--bui-fg-primary)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--bui-fg-primary)' },
  '.cm-gutters': {
    color: 'var(--bui-fg-secondary)',
    backgroundColor: 'var(--bui-bg-app)',
    borderRight: '1px solid var(--bui-border-1)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'var(--perennial-editor-active)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--perennial-editor-selection)' },
  '.cm-selectionMatch': {
    backgroundColor: 'var(--perennial-editor-selection)',
  },
  '.cm-placeholder': { color: 'var(--bui-fg-secondary)' },
  '.cm-tooltip, .cm-panels': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-app)',
    border: '1px solid var(--bui-border-2)',
  },
  '.cm-diagnostic': {
    maxWidth: '36rem',
    fontFamily: 'var(--bui-font-regular)',
    fontSize: 'var(--bui-font-size-3)',
  },
});

const highlight = HighlightStyle.define([
  {
    tag: tags.definition(tags.propertyName),
    color: 'var(--perennial-editor-key)',
  },
  { tag: tags.string, color: 'var(--perennial-editor-string)' },
  { tag: tags.comment, color: 'var(--bui-fg-secondary)', fontStyle: 'italic' },
  {
    tag: [tags.separator, tags.squareBracket, tags.brace, tags.punctuation],
    color: 'var(--bui-fg-secondary)',
  },
]);

export const editorTheme = [view, syntaxHighlighting(highlight)];
