import { Unanswered } from '../unanswered.ts';

const MOST = 5;
const REDIRECTIONS = new Set([301, 302, 303, 307, 308]);

/** Where one GET has been sent on to. An index sends other spellings of a project name on to the normalised one. */
export class Redirects {
  #url: URL;
  readonly #seen = new Set<string>();

  constructor(start: URL) {
    this.#url = start;
    this.#seen.add(start.href);
  }

  get url(): URL {
    return this.#url;
  }

  /**
   * Takes up a redirection; `false` if the answer is none.
   * @throws {Unanswered} in a circle, too many, or to where we do not go
   */
  follow(status: number, location: string | undefined): boolean {
    if (!REDIRECTIONS.has(status) || location === undefined) return false;
    const next = URL.parse(location, this.#url.href);
    if (next === null) throw new Unanswered('redirected to a malformed URL');
    if (next.protocol !== 'https:' && next.protocol !== 'http:') {
      throw new Unanswered(`redirected to a URL that starts with "${next.protocol}"`);
    }
    next.username = '';
    next.password = '';
    next.hash = '';
    if (this.#seen.has(next.href)) throw new Unanswered('redirects in a circle');
    if (this.#seen.size > MOST) throw new Unanswered(`more than ${MOST} redirects`);
    this.#seen.add(next.href);
    this.#url = next;
    return true;
  }
}
