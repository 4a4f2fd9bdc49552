// Made by scripts/generate-examples.mjs; edit examples/models.
import { clinic } from './clinic';
import { library } from './library';
import { product } from './product';
import { shop } from './shop';
import type { ExampleModel } from './types';

/** The models that this package brings along, smallest first. */
export const bundledExamples: ExampleModel[] = [product, library, clinic, shop];
