/** Text of `perennial --help`. */
export const GENERAL_HELP = `perennial: production-grade CRUD services from a data model

Usage: perennial <command> [options]

Commands:
  render <template>   render a template with a model into a folder
  test <template>...  render a template's options and models, and run the
                      checks of what comes out

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

/** Text of `perennial test --help`. */
export const TEST_HELP = `perennial test: render a template's options and models, and run the checks of what comes out

Usage: perennial test <template>... [options]

Every model meets every value of an option, and every two values of options
meet. template.test.yaml beside template.yaml names models and checks; without
it the checks are those of package.json (npm ci, lint, test) or of the Makefile
(setup, lint, test).

Which cases:
  -m, --model <file>         a model; may be repeated; in place of the template's
      --models <folder>      every model of a folder; may be repeated
      --option <key=a,b>     the values that an option takes; may be repeated
      --set <key=value>      the answer to any parameter; may be repeated
      --full                 every combination instead of every pair
      --only <pattern>       cases whose line in --list holds the pattern, in
                             which * is anything; may be repeated
      --check <name>         this check, and those that others need because a
                             cache keeps what they make; may be repeated
      --list                 print the cases and run none

How they run:
  -j, --jobs <number>        cases at a time; the number of cores by default
      --cache <dir>          where installations are kept
      --work <dir>           where the cases are rendered, with their logs; a
                             temporary folder by default
      --keep                 leave the folders of cases that have passed
      --passed <file>        remember what has passed there, and do not run a case
                             again whose files and checks are still the same
      --input <path>         a file or folder that checks use: where it changes,
                             everything is run again; may be repeated

What comes out:
      --junit <file>         write the results as JUnit's XML
      --json                 print a line of JSON at the end
  -h, --help                 this text

Exit codes: 0 all passed, 1 a case failed, 2 wrong use, 130 interrupted.
`;
