import type { ErrorCode, YAMLParseError } from 'yaml';

const MENDS: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT:
    'Start the line as far to the right as the lines that belong with it.',
  MISSING_CHAR: 'Add what is missing, or put the value into quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'Put a text that holds ": " into quotes, or start a new line after the colon.',
  DUPLICATE_KEY: 'Remove one of the two, or give it another name.',
  MULTIPLE_DOCS: 'Remove the line "---": a model is one document.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  UNEXPECTED_TOKEN: 'Check the line for a stray sign, or quote the value.',
  IMPOSSIBLE: 'Check the line for a stray sign, or quote the value.',
};

const OTHERWISE = 'Check the indentation and the signs on this line.';

/** A syntax error of the YAML parser as one sentence and what to do about it. */
export function describeYamlError(error: YAMLParseError): {
  message: string;
  mend: string;
} {
  const message = error.message.replace(/\.?$/, '.');
  return {
    message: `This is not valid YAML: ${message}`,
    mend: MENDS[error.code] ?? OTHERWISE,
  };
}
