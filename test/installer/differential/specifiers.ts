import type { Random } from './random.ts';

/** What a requirement asks of the versions of a project; mostly one that there is. */
export function generateSpecifier(random: Random, wanted: string, versions: readonly string[]): string {
  if (random.chance(0.35)) return '';
  const first = random.chance(0.7)
    ? random.pick(clausesFor(random, wanted))
    : random.pick(clausesAgainst(random.pick(versions)));
  return random.chance(0.15) ? `${first},${random.pick(clausesFor(random, random.pick(versions)))}` : first;
}

/** A requirement with hashes has to be pinned; otherwise pip fails. */
export function generatePin(random: Random, wanted: string): string {
  const plain = publicOf(wanted);
  if (random.chance(0.02)) return random.pick([`>=${plain}`, `==${plain},>0`, '']);
  return random.pick([`==${wanted}`, `==${wanted}`, `==${plain}`, `==${plain}`, `===${wanted}`, '==1.*']);
}

function clausesFor(random: Random, version: string): string[] {
  const plain = publicOf(version);
  if (version !== plain && random.chance(0.04))
    return ['>=', '<=', '<', '>'].map((operator) => operator + version);
  // Up to 26.2 pip compares the texts in `~=`: only normal forms of releases mean what they say.
  const compatible = /^[1-9]\d*\.\d+(?:\.\d+)*(?:\.post\d+)?$/.test(plain) ? [`~=${plain}`] : [];
  return [`>=${plain}`, `<=${plain}`, `==${plain}`, `==${version}`, `===${version}`, '==1.*', ...compatible];
}

function clausesAgainst(version: string): string[] {
  const plain = publicOf(version);
  return [`<${plain}`, `>${plain}`, `!=${plain}`, `!=${version}`, '!=1.0.*', '==1.1.*', '==1.0.*', '!=2.*'];
}

function publicOf(version: string): string {
  return version.replace(/\+.*/, '');
}
