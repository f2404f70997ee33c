/** Pages that servers send in place of a file. */

/** Some servers answer a missing file with their start page and 200, others ask who is there. */
export function isPage(text: string): boolean {
  const head = text.slice(0, 512).trimStart().toLowerCase();
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|meta|title|script|div|form|p|h1)\b/.test(
    head,
  );
}

/** Whether a page asks for a login. */
export function asksWho({ redirected }: Response, page: string): boolean {
  return redirected || /type\s*=\s*["']?password/i.test(page);
}
