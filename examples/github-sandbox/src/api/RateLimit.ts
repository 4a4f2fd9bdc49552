import { createHash } from 'node:crypto';

const HOUR_SECONDS = 3600;
const LIMIT_WITH_TOKEN = 5000;
const LIMIT_WITHOUT_TOKEN = 60;

/** Counts as GitHub does, but never refuses: use a fault to test that. */
export class RateLimit {
  #used = new Map<string, number>();
  #reset = 0;

  /** The headers of one more request. */
  headers(authorization: string | undefined): Record<string, string> {
    const now = Math.floor(Date.now() / 1000);
    if (now >= this.#reset) {
      this.#reset = now + HOUR_SECONDS;
      this.#used = new Map();
    }
    const limit = authorization ? LIMIT_WITH_TOKEN : LIMIT_WITHOUT_TOKEN;
    const key = createHash('sha256')
      .update(authorization ?? '')
      .digest('hex');
    // Octokit would wait for the reset at 0, and nothing here is scarce.
    const used = Math.min((this.#used.get(key) ?? 0) + 1, limit - 1);
    this.#used.set(key, used);
    return {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(limit - used),
      'X-RateLimit-Used': String(used),
      'X-RateLimit-Reset': String(this.#reset),
      'X-RateLimit-Resource': 'core',
    };
  }
}
