import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A machine with other work to do is slow, not wrong.
const PATIENCE_MS = 20_000;

configure({ asyncUtilTimeout: PATIENCE_MS });
jest.setTimeout(3 * PATIENCE_MS);
