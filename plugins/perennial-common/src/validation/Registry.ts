import { normaliseName } from '../naming/words';
import type { Pointer, ProblemList } from './problems';

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who took a name first. */
interface Claim {
  label: string;
  pointer: Pointer;
}

/** Names of one scope, each taken once whatever its spelling. */
export class Registry {
  readonly #claims = new Map<string, Claim>();

  constructor(
    private readonly problems: ProblemList,
    private readonly normalise: (name: string) => string = normaliseName,
  ) {}

  /** Takes a name that is not the author's to change. */
  reserve(name: string, label: string): void {
    this.#claims.set(this.normalise(name), { label, pointer: [] });
  }

  /** Takes a name, or reports who has it. Answers whether it was free. */
  claim(name: string, label: string, pointer: Pointer, mend: string): boolean {
    const key = this.normalise(name);
    const other = this.#claims.get(key);
    if (other === undefined) {
      this.#claims.set(key, { label, pointer });
      return true;
    }
    this.problems.add(
      pointer,
      `${capitalise(label)} is too much like ${
        other.label
      }: code or tables would have one name for both.`,
      mend,
    );
    return false;
  }
}
