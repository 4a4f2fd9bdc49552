import { buildAutomaton, type Automaton } from './automaton';
import { overlap } from './characters';
import { cyclicComponents } from './components';
import type { Pattern } from './types';

/** Work that is put into one pattern; one that needs more is refused. */
const MAX_WORK = 400_000;

class TooMuchWork extends Error {}

/** Finds out in how many ways a pattern can match the same text. */
class Ambiguity {
  #work = 0;
  readonly #overlaps = new Map<number, boolean>();

  constructor(private readonly automaton: Automaton) {}

  /** Whether two positions can take one character. */
  private meet(left: number, right: number): boolean {
    if (++this.#work > MAX_WORK) throw new TooMuchWork();
    if (left === right) return true;
    const { characters } = this.automaton;
    const key =
      Math.min(left, right) * characters.length + Math.max(left, right);
    const known = this.#overlaps.get(key);
    if (known !== undefined) return known;
    const found = overlap(characters[left], characters[right]);
    this.#overlaps.set(key, found);
    return found;
  }

  private pairSteps(
    pair: string,
    members: ReadonlySet<number>,
    next: (node: number) => Iterable<number>,
  ): string[] {
    const [left, right] = pair.split(',').map(Number);
    const steps: string[] = [];
    for (const first of next(left)) {
      if (!members.has(first)) continue;
      for (const second of next(right)) {
        if (members.has(second) && this.meet(first, second))
          steps.push(`${first},${second}`);
      }
    }
    return steps;
  }

  private reach(
    starts: string[],
    steps: (node: string) => string[],
  ): Set<string> {
    const seen = new Set(starts);
    const queue = [...starts];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      for (const step of steps(node)) {
        if (seen.has(step)) continue;
        seen.add(step);
        queue.push(step);
      }
    }
    return seen;
  }

  /** A loop that takes one text in two ways takes a longer one in exponentially many. */
  isExponential(component: number[]): boolean {
    const members = new Set(component);
    const { follow, doubled } = this.automaton;
    if (doubled.some(([from, to]) => members.has(from) && members.has(to)))
      return true;
    const before = new Map<number, number[]>(component.map(node => [node, []]));
    for (const node of component) {
      for (const target of follow[node]) before.get(target)?.push(node);
    }
    const same = component.map(node => `${node},${node}`);
    const forward = this.reach(same, pair =>
      this.pairSteps(pair, members, node => follow[node]),
    );
    // Two positions meet where they take the same character, whichever way one goes.
    const backward = this.reach(same, pair =>
      this.pairSteps(pair, members, node => before.get(node) ?? []),
    );
    for (const pair of forward) {
      const [left, right] = pair.split(',');
      if (left !== right && backward.has(pair)) return true;
    }
    return false;
  }

  /** Whether two loops can take the same text, so that it can be shared out between them. */
  canShare(first: number[], second: number[]): boolean {
    const [before, after] = [new Set(first), new Set(second)];
    const { follow } = this.automaton;
    const steps = (node: string): string[] => {
      const [left, middle, right] = node.split(',').map(Number);
      const found: string[] = [];
      for (const x of follow[left]) {
        if (!before.has(x)) continue;
        for (const z of follow[right]) {
          if (!after.has(z) || !this.meet(x, z)) continue;
          for (const y of follow[middle]) {
            if (this.meet(x, y) && this.meet(y, z))
              found.push(`${x},${y},${z}`);
          }
        }
      }
      return found;
    };
    return first.some(p =>
      second.some(q =>
        this.reach([`${p},${p},${q}`], steps).has(`${p},${q},${q}`),
      ),
    );
  }
}

/**
 * An upper bound of the steps that a backtracking matcher takes for a text of
 * some length, in orders of magnitude; infinite where it grows exponentially
 * or the pattern is too complicated to tell.
 */
export function patternSteps(pattern: Pattern, length: number): number {
  const automaton = buildAutomaton(pattern);
  if (automaton === undefined) return Infinity;
  const components = cyclicComponents(automaton.follow);
  const ambiguity = new Ambiguity(automaton);
  try {
    if (components.some(component => ambiguity.isExponential(component)))
      return Infinity;
    // Components come in topological order, so chains grow from the left.
    const chains = components.map(() => 1);
    components.forEach((later, index) => {
      for (let earlier = 0; earlier < index; earlier++) {
        if (
          chains[earlier] + 1 > chains[index] &&
          ambiguity.canShare(components[earlier], later)
        ) {
          chains[index] = chains[earlier] + 1;
        }
      }
    });
    return Math.pow(length, Math.max(1, ...chains));
  } catch (error) {
    if (error instanceof TooMuchWork) return Infinity;
    throw error;
  }
}
