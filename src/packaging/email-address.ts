/** Dots only between other characters (RFC 5321); letters beyond ASCII are allowed since RFC 6531. */
const localPart =
  /^[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+)*$/u;
const domainLabel = /^[a-z0-9\u0080-\u{10ffff}](?:[a-z0-9\u0080-\u{10ffff}-]*[a-z0-9\u0080-\u{10ffff}])?$/iu;

/** Far more than any list of people. */
const maxLength = 5000;

/** Top-level names that are for no mail (RFC 6761), which PyPI's checker knows too. */
const specialUse: ReadonlySet<string> = new Set(['local', 'localhost', 'invalid', 'test', 'arpa']);

/**
 * What is wrong with an `Author-email` of one address, as a clause; `undefined` where nothing is. Of several addresses
 * PyPI checks none, because Python's parser gives it none.
 * @see https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/metadata.py
 */
export function emailProblem(text: string): string | undefined {
  if (text.length > maxLength) return 'it is too long';
  const address = onlyAddress(text);
  if (address === '') return undefined;
  const at = address.lastIndexOf('@');
  if (at === -1) return `'${address}' has no '@'`;
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (local.length > 64 || !localPart.test(local))
    return `what stands before '@' in '${address}' is no mailbox`;
  const labels = domain.split('.');
  if (labels.length < 2) return `'${domain}' is no full domain`;
  if (domain.length > 253 || labels.some((label) => label.length > 63 || !domainLabel.test(label)))
    return `'${domain}' is no domain`;
  if (specialUse.has(labels.at(-1)?.toLowerCase() ?? '')) return `'${domain}' is for no mail`;
  return undefined;
}

/** Of `Ann <ann@x.org>` what stands in the angle brackets; of several addresses nothing. */
function onlyAddress(text: string): string {
  const plain = withoutQuotesAndComments(text);
  if (plain.includes(',')) return '';
  const open = plain.indexOf('<');
  if (open === -1) return plain.trim();
  const close = plain.indexOf('>', open);
  return plain.slice(open + 1, close === -1 ? undefined : close).trim();
}

/** Names may stand in quotes, and hold commas there; comments stand in parentheses. */
function withoutQuotesAndComments(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '');
}
