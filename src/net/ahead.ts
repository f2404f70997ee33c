/** Files that are certain to be wanted are asked for while the page's script still comes; whoever wants one takes it over. */
const coming = new Map<string, Promise<Response>>();

/** Asks for a file as `fetching` would; nothing is asked for twice. */
export function askAhead(url: string): Promise<Response> {
  const known = coming.get(url);
  if (known) return known;
  const answer = fetch(url, { cache: 'no-cache' });
  answer.catch(() => {}); // told to whoever takes it over
  coming.set(url, answer);
  return answer;
}

/** The answer that was asked for, once; undefined where nothing was. */
export function takeAhead(url: string): Promise<Response> | undefined {
  const answer = coming.get(url);
  coming.delete(url);
  return answer;
}
