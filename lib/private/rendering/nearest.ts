/**
 * The candidate that a mistyped word most likely meant, or undefined if none is close: up to a third
 * of the letters may differ, but always two. Case and underscores count for nothing, so that
 * `dapr_operator` finds `daprOperator`. Of equally near ones the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = folded(word);
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = levenshtein(wanted, folded(candidate));
    // A word that shares no letter with the candidate is no typo of it, however short both are.
    if (distance < least && distance < Math.max(wanted.length, 1)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function folded(word: string): string {
  return word.toLowerCase().replaceAll('_', '');
}

/** Number of letters to insert, delete or change to turn one word into the other. */
function levenshtein(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[to.length];
}
