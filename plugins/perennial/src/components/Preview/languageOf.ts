import { LanguageDescription } from '@codemirror/language';
import { languages } from '@codemirror/language-data';

/** Names of files that CodeMirror's list does not know, and the like of which they are. */
const LIKE: [RegExp, string][] = [
  [/^Dockerfile\b/, 'Dockerfile'],
  [/^\.env\b/, 'env.properties'],
  [/^\.(?:prettierrc|eslintrc|babelrc)$/, 'config.json'],
];

/** The language of a file by its name; its grammar is loaded when it is used. */
export function languageOf(path: string): LanguageDescription | null {
  const name = path.split('/').pop() ?? path;
  const like = LIKE.find(([pattern]) => pattern.test(name))?.[1];
  return LanguageDescription.matchFilename(languages, like ?? name);
}
