/** Text of `perennial --help`. */
export const GENERAL_HELP = `perennial: production-grade CRUD services from a data model

Usage: perennial <command> [options]

Commands:
  render <template>   render a template with a model into a folder

Options:
  -h, --help          this text; after a command, the text of the command
  -v, --version       the version

Exit codes: 0 done, 1 failed, 2 wrong use.
`;

/** Text of `perennial render --help`. */
export const RENDER_HELP = `perennial render: render a template with a model into a folder

Usage: perennial render <template> --model model.yaml --out <dir> [options]

<template> is a folder that holds a template.yaml, the name of a folder under
templates/, or the URL of a Git repository (https://host/owner/repo, or
https://host/owner/repo/tree/<ref>/<path>).

Options:
  -m, --model <file>     the data model; or 'model' in the values
      --values <file>    answers to the template's form, as YAML or JSON
      --set <key=value>  one answer; may be repeated, wins over --values
  -o, --out <dir>        folder to render into; made where it is missing
      --force            render into a folder that is not empty; files of the
                         same name are replaced, others stay
      --json             print a line of JSON at the end
  -h, --help             this text

Exit codes: 0 done, 1 failed, 2 wrong use.
`;
