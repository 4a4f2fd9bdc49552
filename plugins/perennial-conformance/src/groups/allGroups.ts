import type { CheckGroup } from '../fixtures/Suite';
import { always } from './always';
import { authentication } from './authentication';
import { bodies } from './bodies';
import { description } from './description';
import { errors } from './errors';
import { filtering } from './filtering';
import { operating } from './operating';
import { operations } from './operations';
import { ownership } from './ownership';
import { pagesAndTotals } from './pagesAndTotals';
import { patching } from './patching';
import { preconditions } from './preconditions';
import { races } from './races';
import { relations } from './relations';
import { resources } from './resources';
import { robustness } from './robustness';
import { searching } from './searching';
import { softDelete } from './softDelete';
import { sorting } from './sorting';
import { types } from './types';
import { uniqueness } from './uniqueness';

/** All groups, in the order of the report. The last judges the whole run. */
export const allGroups: CheckGroup[] = [
  operating,
  description,
  resources,
  operations,
  patching,
  preconditions,
  pagesAndTotals,
  sorting,
  searching,
  filtering,
  errors,
  bodies,
  types,
  relations,
  uniqueness,
  softDelete,
  authentication,
  ownership,
  races,
  robustness,
  always,
];
